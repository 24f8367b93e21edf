package io.dunwell.contracts.events;

import io.dunwell.contracts.ContractId;
import io.dunwell.party.CustomerId;

/** A contract was agreed. */
public record ContractAgreed(ContractId contract, String number, CustomerId customer) {}
