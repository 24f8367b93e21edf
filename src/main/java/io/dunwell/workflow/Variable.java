package io.dunwell.workflow;

import java.time.LocalDate;
import java.util.function.Function;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.jspecify.annotations.Nullable;

/**
 * The typed name of a process variable, declared once and shared by model and code.
 *
 * @param name the name in the model
 * @param write how a value is kept: as a string, boolean or integer, never as an object
 * @param read the way back
 */
public record Variable<T>(String name, Function<T, Object> write, Function<Object, T> read) {

  public static Variable<String> text(String name) {
    return new Variable<>(name, value -> value, String.class::cast);
  }

  public static Variable<Boolean> flag(String name) {
    return new Variable<>(name, value -> value, Boolean.class::cast);
  }

  public static Variable<Integer> number(String name) {
    return new Variable<>(name, value -> value, Integer.class::cast);
  }

  /** A day, kept as ISO text. */
  public static Variable<LocalDate> day(String name) {
    return new Variable<>(name, LocalDate::toString, value -> LocalDate.parse((String) value));
  }

  /**
   * The value.
   *
   * @throws IllegalStateException if the process does not have it
   */
  public T from(VariableScope scope) {
    T value = in(scope);
    if (value == null) {
      throw new IllegalStateException("The process has no variable " + name);
    }
    return value;
  }

  /** The value, or null if the process does not have it. */
  public @Nullable T in(VariableScope scope) {
    Object value = scope.getVariable(name);
    return value == null ? null : read.apply(value);
  }

  public void set(VariableScope scope, T value) {
    scope.setVariable(name, write.apply(value));
  }

  /**
   * Sets it for the rest of the transaction only: it is not stored and leaves no history, unless an
   * earlier step of the same instance had it stored.
   */
  public void lend(VariableScope scope, T value) {
    TypedValue known = scope.getVariableTyped(name);
    boolean passing = known == null || known.isTransient();
    scope.setVariable(name, Variables.untypedValue(write.apply(value), passing));
  }
}
