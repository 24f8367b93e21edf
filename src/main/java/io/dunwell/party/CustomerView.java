package io.dunwell.party;

import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A customer as the other modules see it.
 *
 * @param id the id
 * @param number the number that people and other systems use
 * @param name the name
 * @param language in which to write
 * @param currency the usual currency; items may be in others
 * @param country ISO 3166-1 alpha-2
 * @param collector login name of who looks after the account
 * @param terms when invoices have to be paid unless they say otherwise
 * @param contacts whom to talk to, the preferred ones first
 * @param addresses postal addresses
 * @param taxIds numbers at tax offices
 */
public record CustomerView(
    CustomerId id,
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

  /** The first contact in that role. */
  public Optional<Contact> contact(ContactRole role) {
    return contacts.stream().filter(contact -> contact.role() == role).findFirst();
  }

  /** Where letters go: the first address for accounts payable. */
  public Optional<String> email() {
    return contacts.stream()
        .filter(contact -> contact.role() == ContactRole.ACCOUNTS_PAYABLE)
        .flatMap(contact -> Optional.ofNullable(contact.email()).stream())
        .findFirst();
  }

  /** The customer's number under that scheme, for example {@code GSTIN} or {@code PAN}. */
  public Optional<String> taxNumber(String scheme) {
    return taxIds.stream()
        .filter(id -> id.scheme().equalsIgnoreCase(scheme))
        .map(TaxId::value)
        .findFirst();
  }

  /** The first address of that kind. */
  public Optional<Address> address(AddressKind kind) {
    return addresses.stream().filter(address -> address.kind() == kind).findFirst();
  }
}
