package io.dunwell.resolution;

import java.util.UUID;

/** Which hold. */
public record HoldId(UUID value) {}
