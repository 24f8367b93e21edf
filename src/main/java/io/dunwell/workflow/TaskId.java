package io.dunwell.workflow;

import com.fasterxml.jackson.annotation.JsonValue;

/** Which task of a person. */
public record TaskId(@JsonValue String value) {}
