package io.dunwell.einvoice;

import org.jspecify.annotations.Nullable;

/**
 * An address.
 *
 * @param line1 street, house
 * @param line2 more of it
 * @param city the town
 * @param postalCode PIN in India
 * @param state two-digit GST code in India, else the region's name
 * @param country ISO 3166-1 alpha-2
 */
public record EinvoiceAddress(
    String line1,
    @Nullable String line2,
    String city,
    @Nullable String postalCode,
    @Nullable String state,
    String country) {}
