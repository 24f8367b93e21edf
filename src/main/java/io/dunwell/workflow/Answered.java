package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * A task, how it was answered and by whom. It lives as long as the completion of the task, in whose
 * transaction the next step applies it.
 */
public record Answered(TaskView task, Answer answer, Actor by) {

  /**
   * The answer that has just been given to the task before this step.
   *
   * @throws IllegalStateException if the step does not follow a task in the same transaction
   */
  public static Answered in(DelegateExecution execution) {
    Answered answered = Passage.current();
    if (answered == null
        || !answered.task().businessKey().equals(execution.getProcessBusinessKey())) {
      throw new IllegalStateException("No task of this process was answered just now");
    }
    return answered;
  }

  /** Whether this thread is completing a task, so that what happens now is its process's doing. */
  public static boolean beingGiven() {
    return Passage.granted();
  }
}
