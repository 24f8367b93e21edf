package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.util.Map;

/** Knows what may be answered to one kind of task. Found by {@link #task()}. */
public interface HumanDecision {

  /** The task's key in the model, for example {@code callCustomer}. */
  String task();

  /**
   * What the form shows, as it is now: texts, numbers, and lists of maps for its tables, by the
   * form's names.
   */
  Map<String, Object> facts(TaskView task);

  /**
   * Refuses an answer that cannot be applied, before the process hears of it.
   *
   * @throws RuleViolation with the sentence that the person reads; the task stays open
   */
  void check(TaskView task, Answer answer, Actor by);
}
