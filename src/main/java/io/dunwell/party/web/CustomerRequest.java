package io.dunwell.party.web;

import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerChange;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.party.TaxId;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** A customer as a caller writes it. */
record CustomerRequest(
    @Nullable @Size(max = 60) @Schema(description = "only to register", example = "0200769623")
        String number,
    @NotBlank @Size(max = 200) @Schema(example = "Asha Textiles") String name,
    @Nullable
        @Size(max = 35)
        @Schema(description = "BCP 47; English if left out", example = "en-IN")
        String language,
    @NotNull @Schema(example = "INR") Currency currency,
    @NotBlank @Schema(example = "IN") String country,
    @Nullable @Size(max = 60) @Schema(description = "a login name", example = "collector")
        String collector,
    @Nullable @Size(max = 300) @Schema(example = "net 30 end of month") String terms,
    @Nullable @Size(max = 50) List<@Valid ContactRequest> contacts,
    @Nullable @Size(max = 20) List<@Valid AddressRequest> addresses,
    @Nullable @Size(max = 20) List<@Valid TaxIdRequest> taxIds) {

  NewCustomer toNewCustomer(String registerAs) {
    CustomerChange first = toChange();
    return new NewCustomer(
        registerAs,
        first.name(),
        first.language(),
        first.currency(),
        first.country(),
        first.collector(),
        first.terms(),
        first.contacts(),
        first.addresses(),
        first.taxIds());
  }

  CustomerChange toChange() {
    return new CustomerChange(
        name,
        language == null ? Locale.ENGLISH : Locale.forLanguageTag(language),
        currency,
        country,
        collector,
        paymentTerms(),
        orNone(contacts).stream().map(ContactRequest::toContact).toList(),
        orNone(addresses).stream().map(AddressRequest::toAddress).toList(),
        orNone(taxIds).stream().map(tax -> new TaxId(tax.scheme(), tax.value())).toList());
  }

  private PaymentTerms paymentTerms() {
    try {
      return terms == null || terms.isBlank() ? PaymentTerms.IMMEDIATE : PaymentTerms.parse(terms);
    } catch (IllegalArgumentException e) {
      throw new RuleViolation("customer.unreadable-terms", String.valueOf(e.getMessage()));
    }
  }

  private static <T> List<T> orNone(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  /** A contact as a caller writes it. */
  record ContactRequest(
      @NotNull ContactRole role,
      @NotBlank @Size(max = 200) String name,
      @Nullable @Email String email,
      @Nullable @Size(max = 60) String phone,
      @Nullable @Size(max = 35) String language) {

    Contact toContact() {
      return new Contact(
          role, name, email, phone, language == null ? null : Locale.forLanguageTag(language));
    }
  }

  /** An address as a caller writes it. */
  record AddressRequest(
      @NotNull AddressKind kind,
      @NotBlank @Size(max = 500) String lines,
      @Nullable @Size(max = 20) String postalCode,
      @Nullable @Size(max = 100) String city,
      @Nullable @Size(max = 100) String region,
      @NotBlank @Size(min = 2, max = 2) String country) {

    Address toAddress() {
      return new Address(kind, lines, postalCode, city, region, country);
    }
  }

  /** A tax id as a caller writes it. */
  record TaxIdRequest(
      @NotBlank @Size(max = 20) String scheme, @NotBlank @Size(max = 40) String value) {}
}
