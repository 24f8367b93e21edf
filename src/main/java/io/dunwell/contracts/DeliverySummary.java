package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import java.time.LocalDate;

/**
 * A delivery in a list.
 *
 * @param lines how many it has
 * @param items what, the first few
 * @param proofs how many proofs are attached
 * @param proofRequired whether its contract wants one before anything is billed
 * @param cameBack whether something of it was returned
 */
public record DeliverySummary(
    DeliveryId id,
    String number,
    ContractId contract,
    String contractNumber,
    CustomerId customer,
    String customerNumber,
    String customerName,
    DeliveryKind kind,
    LocalDate deliveredOn,
    int lines,
    String items,
    int proofs,
    boolean proofRequired,
    boolean cameBack) {

  /** Whether nothing of it may be billed for want of a proof. */
  public boolean proofMissing() {
    return proofRequired && proofs == 0 && kind.goesOut();
  }
}
