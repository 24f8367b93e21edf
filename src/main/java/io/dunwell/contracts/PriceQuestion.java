package io.dunwell.contracts;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * What is to be priced.
 *
 * @param quantity all that is priced together: it decides the slab
 */
public record PriceQuestion(
    ContractId contract, String item, LocalDate deliveredOn, BigDecimal quantity) {}
