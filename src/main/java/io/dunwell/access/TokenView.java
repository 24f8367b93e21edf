package io.dunwell.access;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A token as its owner sees it; all instants are wall-clock time.
 *
 * @param label what it is for
 */
public record TokenView(
    UUID id,
    String label,
    Instant createdAt,
    Instant expiresAt,
    @Nullable Instant lastUsedAt,
    @Nullable Instant revokedAt) {}
