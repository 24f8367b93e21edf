package io.dunwell.contracts.events;

import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.ProofId;

/** A proof turned out to be none. */
public record ProofWithdrawn(ProofId proof, DeliveryId delivery, String reason) {}
