package io.dunwell.contracts;

import java.time.Instant;
import java.time.LocalDate;

/**
 * A version of a contract and how it came about.
 *
 * @param effectiveOn the day from which it is in force
 * @param reason why it was agreed
 * @param agreedBy who wrote it down
 * @param recordedAt when
 * @param contract the contract as it says
 */
public record ContractVersion(
    LocalDate effectiveOn,
    String reason,
    String agreedBy,
    Instant recordedAt,
    ContractView contract) {

  /** Which version, from 1. */
  public int number() {
    return contract.version();
  }
}
