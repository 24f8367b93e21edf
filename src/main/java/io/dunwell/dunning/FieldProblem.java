package io.dunwell.dunning;

/**
 * What is wrong with one field of a policy.
 *
 * @param field where, for example {@code levels[2].threshold}
 * @param message what, and how to mend it
 */
public record FieldProblem(String field, String message) {}
