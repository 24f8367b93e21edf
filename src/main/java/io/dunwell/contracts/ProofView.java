package io.dunwell.contracts;

import io.dunwell.documents.DocumentId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A proof of a delivery.
 *
 * @param withdrawnOn the day on which it turned out to be none, else null
 */
public record ProofView(
    ProofId id,
    DeliveryId delivery,
    ProofKind kind,
    DocumentId document,
    String name,
    String attachedBy,
    LocalDate attachedOn,
    Instant attachedAt,
    @Nullable LocalDate withdrawnOn,
    @Nullable String withdrawnBy,
    @Nullable String withdrawnReason) {}
