package io.dunwell.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which hold. */
public record HoldId(@JsonValue UUID value) {}
