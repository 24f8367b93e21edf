package io.dunwell.shared;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many acts of one transaction. What each of them would look up for itself is looked up once for
 * all of them, as long as none of them changes it; what each would write alone is written for all
 * of them at once.
 */
public final class Together {

  private static final ThreadLocal<@Nullable Map<Object, Object>> KNOWN = new ThreadLocal<>();

  private static final ThreadLocal<@Nullable Map<Object, Rows<?>>> UNWRITTEN = new ThreadLocal<>();

  private Together() {}

  /**
   * Does the work, which has to lie within one transaction; its answers are forgotten after it, and
   * what it left to be written is written. Whatever it throws has to end the transaction.
   */
  public static <T extends @Nullable Object> T within(Supplier<T> work) {
    if (KNOWN.get() != null) {
      return work.get();
    }
    KNOWN.set(new HashMap<>());
    UNWRITTEN.set(new LinkedHashMap<>());
    try {
      T done = work.get();
      List.copyOf(unwritten().keySet()).forEach(Together::written);
      return done;
    } finally {
      KNOWN.remove();
      UNWRITTEN.remove();
    }
  }

  /** Whether this thread is doing several things together. */
  public static boolean active() {
    return KNOWN.get() != null;
  }

  /** The answer that is known by that key, else what is looked up. */
  @SuppressWarnings("unchecked") // a key belongs to one question, and a question has one type
  public static <T> T once(Object key, Supplier<T> lookup) {
    Map<Object, Object> known = KNOWN.get();
    if (known == null) {
      return lookup.get();
    }
    Object answer = known.get(key);
    if (answer == null) {
      answer = lookup.get();
      known.put(key, answer);
    }
    return (T) answer;
  }

  /** Whether an answer is known by that key. */
  public static boolean knows(Object key) {
    Map<Object, Object> known = KNOWN.get();
    return known != null && known.containsKey(key);
  }

  /** Says an answer beforehand; forgotten at once where nothing is done together. */
  public static void know(Object key, Object answer) {
    Map<Object, Object> known = KNOWN.get();
    if (known != null) {
      known.put(key, answer);
    }
  }

  /**
   * Leaves the row to be written with the others of its kind; alone and at once where nothing is
   * done together. Whoever reads rows of that kind asks for {@link #written} before.
   */
  @SuppressWarnings("unchecked") // a kind has one type of row
  public static <R> void write(Object kind, R row, Consumer<List<R>> writer) {
    if (!active()) {
      writer.accept(List.of(row));
      return;
    }
    Rows<R> rows =
        (Rows<R>) unwritten().computeIfAbsent(kind, each -> new Rows<>(new ArrayList<>(), writer));
    rows.rows().add(row);
  }

  /** Writes what is still to be written of that kind. */
  public static void written(Object kind) {
    Rows<?> rows = active() ? unwritten().remove(kind) : null;
    if (rows != null) {
      rows.write();
    }
  }

  private static Map<Object, Rows<?>> unwritten() {
    return Objects.requireNonNull(UNWRITTEN.get());
  }

  /** Rows of one kind, and how they are written. */
  private record Rows<R>(List<R> rows, Consumer<List<R>> writer) {

    void write() {
      writer.accept(rows);
    }
  }
}
