package io.dunwell.party;

import jakarta.persistence.Embeddable;

/**
 * A number under which a tax office knows the customer.
 *
 * @param scheme for example {@code GSTIN}, {@code PAN}, {@code VAT}
 * @param value the number
 */
@Embeddable
public record TaxId(String scheme, String value) {}
