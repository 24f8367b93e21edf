package io.dunwell.party;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import org.jspecify.annotations.Nullable;

/**
 * A postal address.
 *
 * @param kind what it is for
 * @param lines street, house, floor; lines apart by line breaks
 * @param postalCode the postal code
 * @param city the town
 * @param region the state or province
 * @param country ISO 3166-1 alpha-2
 */
@Embeddable
public record Address(
    @Enumerated(EnumType.STRING) AddressKind kind,
    String lines,
    @Nullable String postalCode,
    @Nullable String city,
    @Nullable String region,
    String country) {}
