package io.dunwell.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which promise. */
public record PromiseId(@JsonValue UUID value) {}
