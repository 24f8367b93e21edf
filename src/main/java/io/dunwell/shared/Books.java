package io.dunwell.shared;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The set of books that the current thread works in: the live ones, or those of a replay, each of
 * which lies in a database of its own.
 *
 * @param replay the replay's id, or null for the live books
 */
public record Books(@Nullable String replay) {

  public static final Books LIVE = new Books(null);

  private static final ThreadLocal<@Nullable Books> CURRENT = new ThreadLocal<>();

  /** The books this thread works in; the live ones unless {@link #within} said otherwise. */
  public static Books current() {
    Books books = CURRENT.get();
    return books == null ? LIVE : books;
  }

  public static Books ofReplay(String id) {
    return new Books(id);
  }

  public boolean live() {
    return replay == null;
  }

  /**
   * Does the work in these books.
   *
   * @throws IllegalStateException inside a transaction, which cannot change its database
   */
  public <T extends @Nullable Object> T within(Supplier<T> work) {
    Books before = current();
    if (!before.equals(this) && TransactionSynchronizationManager.isActualTransactionActive()) {
      throw new IllegalStateException("A transaction cannot move to other books");
    }
    CURRENT.set(this);
    try {
      return work.get();
    } finally {
      if (before.live()) {
        CURRENT.remove();
      } else {
        CURRENT.set(before);
      }
    }
  }
}
