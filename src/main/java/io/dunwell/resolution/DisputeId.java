package io.dunwell.resolution;

import java.util.UUID;

/** Which dispute. */
public record DisputeId(UUID value) {}
