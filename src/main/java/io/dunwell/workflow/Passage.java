package io.dunwell.workflow;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Which task this thread is allowed to complete at the moment: the guard has looked at it. */
final class Passage {

  private static final ThreadLocal<@Nullable String> GRANTED = new ThreadLocal<>();

  private Passage() {}

  static <T extends @Nullable Object> T through(TaskId task, Supplier<T> completion) {
    GRANTED.set(task.value());
    try {
      return completion.get();
    } finally {
      GRANTED.remove();
    }
  }

  static boolean grantedFor(String task) {
    return task.equals(GRANTED.get());
  }

  static boolean granted() {
    return GRANTED.get() != null;
  }
}
