package io.dunwell.contracts.events;

import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.ProofId;
import io.dunwell.contracts.ProofKind;
import io.dunwell.documents.DocumentId;

/** A delivery was proven. */
public record ProofAttached(
    ProofId proof, DeliveryId delivery, ProofKind kind, DocumentId document) {}
