package io.dunwell.shared;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Many acts of one transaction. What each of them would look up for itself is looked up once for
 * all of them, as long as none of them changes it.
 */
public final class Together {

  private static final ThreadLocal<@Nullable Map<Object, Object>> KNOWN = new ThreadLocal<>();

  private Together() {}

  /** Does the work, which has to lie within one transaction; its answers are forgotten after it. */
  public static <T extends @Nullable Object> T within(Supplier<T> work) {
    if (KNOWN.get() != null) {
      return work.get();
    }
    KNOWN.set(new HashMap<>());
    try {
      return work.get();
    } finally {
      KNOWN.remove();
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

  /** Says an answer beforehand; forgotten at once where nothing is done together. */
  public static void know(Object key, Object answer) {
    Map<Object, Object> known = KNOWN.get();
    if (known != null) {
      known.put(key, answer);
    }
  }
}
