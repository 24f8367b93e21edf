package io.dunwell.workflow;

import org.jspecify.annotations.Nullable;

/**
 * The answer that this thread is completing a task with at the moment, after the guard has looked
 * at it. It lives as long as the completion; the process keeps nothing of it.
 */
final class Passage {

  private static final ThreadLocal<@Nullable Answered> GRANTED = new ThreadLocal<>();

  private Passage() {}

  static void through(Answered answered, Runnable completion) {
    GRANTED.set(answered);
    try {
      completion.run();
    } finally {
      GRANTED.remove();
    }
  }

  static @Nullable Answered current() {
    return GRANTED.get();
  }

  static boolean grantedFor(String task) {
    Answered answered = GRANTED.get();
    return answered != null && answered.task().id().value().equals(task);
  }

  static boolean granted() {
    return GRANTED.get() != null;
  }
}
