package io.dunwell.party;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a customer becomes: the whole of it, except the number, which never changes. */
public record CustomerChange(
    String name,
    Locale language,
    Currency currency,
    String country,
    @Nullable String collector,
    PaymentTerms terms,
    List<Contact> contacts,
    List<Address> addresses,
    List<TaxId> taxIds) {

  public CustomerChange {
    contacts = List.copyOf(contacts);
    addresses = List.copyOf(addresses);
    taxIds = List.copyOf(taxIds);
  }
}
