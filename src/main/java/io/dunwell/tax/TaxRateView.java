package io.dunwell.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A rate and how long it counts.
 *
 * @param scheme for example {@code IN_GST}
 * @param code HSN or SAC or the beginning of one; {@code DE:STANDARD} under VAT
 * @param component what it is the rate of
 * @param rate per cent, or currency per unit
 * @param from first day
 * @param until last day, {@code null} while no other follows
 * @param law where it was laid down
 * @param recordedBy who entered it
 * @param unit of a rate per unit or up to a price, which one; {@code null} of any other
 * @param priceUpTo up to which price of one unit it counts; {@code null} for all others
 */
public record TaxRateView(
    String scheme,
    String code,
    RateComponent component,
    BigDecimal rate,
    LocalDate from,
    @Nullable LocalDate until,
    String law,
    String recordedBy,
    @Nullable String unit,
    @Nullable BigDecimal priceUpTo) {}
