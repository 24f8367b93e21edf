package io.dunwell.resolution;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which dispute. */
public record DisputeId(@JsonValue UUID value) {}
