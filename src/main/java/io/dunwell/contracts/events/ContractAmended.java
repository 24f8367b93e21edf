package io.dunwell.contracts.events;

import io.dunwell.contracts.ContractId;
import java.time.LocalDate;

/**
 * A contract got another version.
 *
 * @param version its number
 * @param effectiveOn the day from which it is in force
 */
public record ContractAmended(ContractId contract, int version, LocalDate effectiveOn) {}
