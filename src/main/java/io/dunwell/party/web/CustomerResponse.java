package io.dunwell.party.web;

import io.dunwell.party.Address;
import io.dunwell.party.Contact;
import io.dunwell.party.CustomerView;
import io.dunwell.party.TaxId;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A customer with language and terms as text. */
record CustomerResponse(
    UUID id,
    String number,
    String name,
    String language,
    Currency currency,
    String country,
    @Nullable String collector,
    String terms,
    List<Contact> contacts,
    List<Address> addresses,
    List<TaxId> taxIds) {

  static CustomerResponse of(CustomerView view) {
    return new CustomerResponse(
        view.id().value(),
        view.number(),
        view.name(),
        view.language().toLanguageTag(),
        view.currency(),
        view.country(),
        view.collector(),
        view.terms().toString(),
        view.contacts(),
        view.addresses(),
        view.taxIds());
  }
}
