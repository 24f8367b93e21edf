package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;

/**
 * A task, how it was answered and by whom. It lives as long as the transaction that completes the
 * task, in which the next step applies it; the process keeps nothing of it.
 */
public record Answered(TaskView task, Answer answer, Actor by) {

  private static final String VARIABLE = "answered";

  /**
   * The answer that has just been given to the task before this step.
   *
   * @throws IllegalStateException if the step does not follow a task in the same transaction
   */
  public static Answered in(VariableScope scope) {
    if (scope.getVariable(VARIABLE) instanceof Answered answered) {
      return answered;
    }
    throw new IllegalStateException("No task was answered in this transaction");
  }

  VariableMap asVariables() {
    return Variables.createVariables().putValueTyped(VARIABLE, Variables.untypedValue(this, true));
  }
}
