package io.dunwell.party;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A customer to register; see {@link CustomerView} for what the parts mean.
 *
 * @param number not used by another customer
 */
public record NewCustomer(
    String number,
    String name,
    Locale language,
    Currency currency,
    String country,
    @Nullable String collector,
    PaymentTerms terms,
    List<Contact> contacts,
    List<Address> addresses,
    List<TaxId> taxIds) {

  public NewCustomer {
    contacts = List.copyOf(contacts);
    addresses = List.copyOf(addresses);
    taxIds = List.copyOf(taxIds);
  }

  /** A customer of whom little is known yet. */
  public static NewCustomer named(
      String number, String name, Currency currency, String country, PaymentTerms terms) {
    return new NewCustomer(
        number,
        name,
        Locale.ENGLISH,
        currency,
        country,
        null,
        terms,
        List.of(),
        List.of(),
        List.of());
  }
}
