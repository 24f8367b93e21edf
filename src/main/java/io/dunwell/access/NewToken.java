package io.dunwell.access;

import java.util.UUID;

/**
 * A token just issued.
 *
 * @param id what it is revoked by
 * @param secret what the machine sends; shown this once
 */
public record NewToken(UUID id, String secret) {}
