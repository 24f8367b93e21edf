package io.dunwell.einvoice;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What electronic invoices need to know besides the invoice.
 *
 * @param portalKeys the Indian portal's public keys or certificates as PEM; an answer has to be
 *     signed with one of them. The portal changes its key from time to time: keep the old ones.
 * @param seller this company, field by field
 * @param sellers the company as it is registered under another tax scheme, by scheme, for example
 *     {@code eu-vat}
 * @param provider who carries documents to the portal
 */
@ConfigurationProperties("dunwell.einvoice")
record EinvoiceSettings(
    @DefaultValue List<String> portalKeys,
    @DefaultValue Seller seller,
    @DefaultValue Map<String, Seller> sellers,
    @DefaultValue ProviderSettings provider) {

  EinvoiceSettings {
    sellers = Map.copyOf(sellers);
  }

  /** The company under that tax scheme: its registration there, else the usual one. */
  Seller seller(String scheme) {
    return sellers.entrySet().stream()
        .filter(each -> plain(each.getKey()).equals(plain(scheme)))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(seller);
  }

  /** Keys of settings come in more than one spelling. */
  private static String plain(String scheme) {
    return scheme.replaceAll("[^A-Za-z]", "").toUpperCase(Locale.ROOT);
  }

  /**
   * The company as machines want it.
   *
   * @param legalName as registered; without it, nothing is exported
   * @param registrationNumber at the company register
   * @param line1 street, house
   * @param state two-digit GST code in India
   * @param country ISO 3166-1 alpha-2
   * @param taxNumber GSTIN or VAT id
   * @param contact whom customers ask
   * @param electronicAddress where Peppol reaches it, {@code scheme:id}
   * @param account IBAN or account number to pay to
   * @param bank BIC or IFSC
   */
  record Seller(
      @DefaultValue("") String legalName,
      @Nullable String registrationNumber,
      @DefaultValue("") String line1,
      @Nullable String line2,
      @DefaultValue("") String city,
      @Nullable String postalCode,
      @DefaultValue("") String taxNumber,
      @Nullable String state,
      @DefaultValue("IN") String country,
      @Nullable String contact,
      @Nullable String phone,
      @Nullable String email,
      @Nullable String electronicAddress,
      @Nullable String account,
      @Nullable String bank) {}
}
