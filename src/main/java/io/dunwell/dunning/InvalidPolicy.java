package io.dunwell.dunning;

import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.stream.Collectors;

/** A policy that cannot be read, with everything that is wrong with it at once. */
public class InvalidPolicy extends RuleViolation {

  private final transient List<FieldProblem> problems;

  InvalidPolicy(List<FieldProblem> problems) {
    super("policy.invalid", sentence(problems));
    this.problems = List.copyOf(problems);
  }

  public List<FieldProblem> problems() {
    return problems;
  }

  private static String sentence(List<FieldProblem> problems) {
    return problems.stream()
        .map(problem -> problem.field() + ": " + problem.message())
        .collect(Collectors.joining(" ", "The policy cannot be used. ", ""));
  }
}
