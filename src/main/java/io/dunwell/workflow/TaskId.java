package io.dunwell.workflow;

/** Which task of a person. */
public record TaskId(String value) {}
