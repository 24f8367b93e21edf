package io.dunwell.documents;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A filed document.
 *
 * @param id which one
 * @param sha256 the hash of its bytes in hex, kept for ever
 * @param name the name it was filed under and is downloaded with
 * @param mediaType what its bytes are, found by looking at them
 * @param size in bytes
 * @param subject what it belongs to, null for nothing in particular
 * @param retainUntil the first day on which its bytes may go
 * @param legalHold whether they stay nevertheless
 * @param readable whether its bytes are still there
 * @param storedBy who filed it
 * @param storedAt when
 * @param own whether Dunwell made it itself; false for what somebody uploaded
 */
public record DocumentView(
    DocumentId id,
    String sha256,
    String name,
    String mediaType,
    long size,
    @Nullable Subject subject,
    LocalDate retainUntil,
    boolean legalHold,
    boolean readable,
    String storedBy,
    Instant storedAt,
    boolean own) {}
