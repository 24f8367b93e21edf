package io.dunwell.billing;

import jakarta.persistence.Embeddable;
import java.math.BigDecimal;

/**
 * One tax on a line or on the whole.
 *
 * @param component for example {@code CGST}
 * @param rate in percent
 * @param amount in the invoice's currency
 */
@Embeddable
public record TaxShare(String component, BigDecimal rate, BigDecimal amount) {}
