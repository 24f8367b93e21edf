package io.dunwell.exchange;

import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.NewCustomer;
import io.dunwell.party.PaymentTerms;
import io.dunwell.party.TaxId;
import io.dunwell.shared.RuleViolation;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads rows that are customers. */
final class CustomerRows {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  @Nullable NewCustomer read(RowCells row) {
    String number = row.text(ProfileField.CUSTOMER_NUMBER);
    String name = row.text(ProfileField.CUSTOMER_NAME);
    String country = country(row);
    Currency currency = row.currency();
    row.require(ProfileField.CUSTOMER_NUMBER, number);
    row.require(ProfileField.CUSTOMER_NAME, name);
    row.require(ProfileField.COUNTRY, country);
    row.require(ProfileField.CURRENCY, currency);
    List<Contact> contacts = contacts(row, name == null ? "" : name);
    PaymentTerms terms = terms(row);
    Locale language = language(row);
    if (row.wrong() || number == null || name == null || country == null || currency == null) {
      return null;
    }
    return new NewCustomer(
        number,
        name,
        language,
        currency,
        country,
        row.text(ProfileField.COLLECTOR),
        terms,
        contacts,
        addresses(row, country),
        taxIds(row, country));
  }

  static @Nullable String country(RowCells row) {
    String text = row.text(ProfileField.COUNTRY);
    String country = text == null ? null : text.toUpperCase(Locale.ROOT);
    if (country != null && !COUNTRIES.contains(country)) {
      row.wrong(
          ProfileField.COUNTRY,
          "country.unknown",
          "There is no country of this code; write two letters, for example IN or US.");
      return null;
    }
    return country;
  }

  private static Locale language(RowCells row) {
    String text = row.text(ProfileField.LANGUAGE);
    Locale locale = text == null ? Locale.ENGLISH : Locale.forLanguageTag(text.replace('_', '-'));
    if (locale.getLanguage().isEmpty()) {
      row.wrong(
          ProfileField.LANGUAGE,
          "language.unknown",
          "There is no language of this code; write for example en, de or hi.");
    }
    return locale;
  }

  private static PaymentTerms terms(RowCells row) {
    String text = row.text(ProfileField.TERMS);
    Integer days = row.termsDays();
    if (text == null) {
      return PaymentTerms.net(30);
    }
    if (days != null) {
      return PaymentTerms.net(days);
    }
    try {
      return PaymentTerms.parse(text);
    } catch (IllegalArgumentException e) {
      row.wrong(
          ProfileField.TERMS,
          "terms.unknown",
          "These are no payment terms; write for example net 30, or add the code to the profile.");
      return PaymentTerms.net(30);
    }
  }

  private static List<Contact> contacts(RowCells row, String customerName) {
    List<Contact> contacts = new ArrayList<>();
    String name = row.text(ProfileField.CONTACT_NAME);
    String email = email(row, ProfileField.EMAIL);
    String phone = row.text(ProfileField.PHONE);
    if (name != null || email != null || phone != null) {
      contacts.add(
          new Contact(
              ContactRole.ACCOUNTS_PAYABLE,
              name == null ? customerName : name,
              email,
              phone,
              null));
    }
    String management = email(row, ProfileField.MANAGEMENT_EMAIL);
    if (management != null) {
      contacts.add(new Contact(ContactRole.MANAGEMENT, customerName, management, null, null));
    }
    String legal = email(row, ProfileField.LEGAL_EMAIL);
    if (legal != null) {
      contacts.add(new Contact(ContactRole.LEGAL, customerName, legal, null, null));
    }
    return contacts;
  }

  private static @Nullable String email(RowCells row, ProfileField field) {
    String email = row.text(field);
    if (email != null && !Contact.isEmail(email)) {
      row.wrong(
          field, "contact.malformed-email", "This is no e-mail address; write name@example.com.");
      return null;
    }
    return email;
  }

  private static List<Address> addresses(RowCells row, String country) {
    String street = row.text(ProfileField.STREET);
    String city = row.text(ProfileField.CITY);
    String code = row.text(ProfileField.POSTAL_CODE);
    return street == null && city == null
        ? List.of()
        : List.of(
            new Address(
                AddressKind.BILLING, street == null ? "" : street, code, city, null, country));
  }

  /** A customer with a mistyped tax id is a customer; only the id is left out. */
  private static List<TaxId> taxIds(RowCells row, String country) {
    String value = row.text(ProfileField.TAX_ID);
    String scheme = row.text(ProfileField.TAX_SCHEME);
    if (value == null) {
      return List.of();
    }
    TaxId id = scheme == null ? TaxId.unnamed(value, country) : new TaxId(scheme, value);
    try {
      return List.of(id.checked(country));
    } catch (RuleViolation refusal) {
      row.notice(
          ProfileField.TAX_ID,
          refusal.code(),
          refusal.sentence() + " The customer is taken without it; enter the right one there.");
      return List.of();
    }
  }
}
