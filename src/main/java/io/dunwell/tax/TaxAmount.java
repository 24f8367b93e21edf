package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigDecimal;

/**
 * One tax.
 *
 * @param component which
 * @param ratePercent per cent; of a specific cess nought
 * @param base what it is on
 * @param amount how much
 */
public record TaxAmount(TaxComponent component, BigDecimal ratePercent, Money base, Money amount) {}
