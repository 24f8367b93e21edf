package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A delivery with its lines and proofs.
 *
 * @param reason why it came back, null unless it is a return
 * @param proofs also those withdrawn
 * @param shipTo where it went, null if to the address that is billed
 */
public record DeliveryView(
    DeliveryId id,
    String number,
    ContractId contract,
    String contractNumber,
    CustomerId customer,
    DeliveryKind kind,
    LocalDate deliveredOn,
    @Nullable String reason,
    String recordedBy,
    Instant recordedAt,
    List<DeliveryLineView> lines,
    List<ProofView> proofs,
    @Nullable ShipTo shipTo) {

  public DeliveryView {
    lines = List.copyOf(lines);
    proofs = List.copyOf(proofs);
  }

  /** Whether a proof is attached that nobody withdrew. */
  public boolean proven() {
    return proofs.stream().anyMatch(proof -> proof.withdrawnOn() == null);
  }
}
