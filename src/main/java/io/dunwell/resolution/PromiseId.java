package io.dunwell.resolution;

import java.util.UUID;

/** Which promise. */
public record PromiseId(UUID value) {}
