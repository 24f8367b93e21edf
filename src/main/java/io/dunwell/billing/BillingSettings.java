package io.dunwell.billing;

import io.dunwell.correspondence.Letterhead;
import io.dunwell.tax.Registration;
import io.dunwell.tax.TaxParty;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How this company bills.
 *
 * @param seller how it stands with the tax office
 * @param exportWithTax whether exports bear integrated tax; without, they go under a letter of
 *     undertaking
 * @param eInvoicing whether a tax portal has to register an invoice before it is sent
 * @param lateCreditNotes what becomes of a credit note that comes too late to take tax back
 * @param registrations how it stands with tax offices of other schemes, by scheme, for example
 *     {@code eu-vat}
 */
@Validated
@ConfigurationProperties("dunwell.billing")
record BillingSettings(
    @DefaultValue Seller seller,
    @DefaultValue("false") boolean exportWithTax,
    @DefaultValue("false") boolean eInvoicing,
    @DefaultValue("WARN") LateCreditNotes lateCreditNotes,
    @DefaultValue Map<String, Seller> registrations) {

  BillingSettings {
    registrations = Map.copyOf(registrations);
  }

  /** The company as a taxpayer under that scheme: its registration there, else the usual one. */
  Seller seller(String scheme) {
    return registrations.entrySet().stream()
        .filter(each -> plain(each.getKey()).equals(plain(scheme)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(seller);
  }

  /** Keys of settings come in more than one spelling. */
  private static String plain(String scheme) {
    return scheme.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
  }

  /** A credit note with tax after 30 November following the supply's fiscal year. */
  enum LateCreditNotes {
    WARN,
    REFUSE
  }

  /**
   * The company as a taxpayer.
   *
   * @param country ISO 3166-1 alpha-2
   * @param state the state's GST code; null if the tax number tells it
   * @param taxNumber GSTIN or VAT id; without one, taxed invoices are refused
   * @param registration how it is registered
   * @param letterhead how it presents itself on documents under this registration; null for the
   *     company's usual letterhead
   */
  record Seller(
      @DefaultValue("IN") String country,
      @Nullable String state,
      @Nullable String taxNumber,
      @DefaultValue("REGULAR") Registration registration,
      @Nullable Letterhead letterhead) {

    TaxParty party() {
      return new TaxParty(country, blankToNull(state), blankToNull(taxNumber), registration);
    }

    private static @Nullable String blankToNull(@Nullable String text) {
      return text == null || text.isBlank() ? null : text.strip();
    }
  }
}
