package io.dunwell.party;

import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import jakarta.persistence.AttributeOverride;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** Someone who owes us money, or will. Its number never changes. */
@Entity
@Table(schema = "party", name = "customer")
class Customer {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

  @EmbeddedId
  @AttributeOverride(name = "value", column = @Column(name = "id"))
  private CustomerId id;

  private String number;
  private String name;

  @Convert(converter = LocaleText.class)
  private Locale language;

  private Currency currency;
  private String country;
  private @Nullable String collector;

  @Convert(converter = TermsColumn.class)
  private PaymentTerms terms;

  @ElementCollection
  @BatchSize(size = 200)
  @CollectionTable(schema = "party", name = "contact", joinColumns = @JoinColumn(name = "customer"))
  @OrderColumn(name = "position")
  private List<Contact> contacts = new ArrayList<>();

  @ElementCollection
  @BatchSize(size = 200)
  @CollectionTable(schema = "party", name = "address", joinColumns = @JoinColumn(name = "customer"))
  @OrderColumn(name = "position")
  private List<Address> addresses = new ArrayList<>();

  @ElementCollection
  @BatchSize(size = 200)
  @CollectionTable(schema = "party", name = "tax_id", joinColumns = @JoinColumn(name = "customer"))
  private List<TaxId> taxIds = new ArrayList<>();

  @Version private @Nullable Integer version;

  @SuppressWarnings("NullAway.Init")
  Customer() {}

  private Customer(CustomerId id, String number, CustomerChange first) {
    this.id = id;
    this.number = required("number", number);
    this.name = required("name", first.name());
    this.language = first.language();
    this.currency = first.currency();
    this.country = country(first.country());
    this.terms = first.terms();
    become(first);
  }

  static Customer register(NewCustomer customer) {
    CustomerChange first =
        new CustomerChange(
            customer.name(),
            customer.language(),
            customer.currency(),
            customer.country(),
            customer.collector(),
            customer.terms(),
            customer.contacts(),
            customer.addresses(),
            customer.taxIds());
    return new Customer(new CustomerId(Ids.next()), customer.number(), first);
  }

  final void become(CustomerChange change) {
    name = required("name", change.name());
    language = change.language();
    currency = change.currency();
    country = country(change.country());
    collector = change.collector();
    terms = change.terms();
    replace(contacts, change.contacts());
    replace(addresses, change.addresses());
    if (!List.copyOf(taxIds).equals(change.taxIds())) {
      replace(taxIds, TaxIds.checked(change.taxIds(), country));
    }
  }

  /** Replaces the address of the first contact in that role, or adds a contact. */
  void correctEmail(ContactRole role, String email) {
    correct(new NamedContact(role, null, email, null));
  }

  /** Corrects the first contact in that role, or adds one. */
  void correct(NamedContact known) {
    for (int i = 0; i < contacts.size(); i++) {
      if (contacts.get(i).role() == known.role()) {
        contacts.set(i, contacts.get(i).with(known));
        return;
      }
    }
    contacts.add(new Contact(known.role(), name, null, null, null).with(known));
  }

  CustomerView view() {
    return new CustomerView(
        id,
        number,
        name,
        language,
        currency,
        country,
        collector,
        terms,
        List.copyOf(contacts),
        List.copyOf(addresses),
        List.copyOf(taxIds));
  }

  private static <T> void replace(List<T> present, List<T> wanted) {
    if (!List.copyOf(present).equals(wanted)) {
      present.clear();
      present.addAll(wanted);
    }
  }

  private static String required(String what, String value) {
    if (value.isBlank()) {
      throw new RuleViolation("customer.no-" + what, "A customer needs a " + what + ".");
    }
    return value.strip();
  }

  private static String country(String code) {
    if (!COUNTRIES.contains(code)) {
      throw new RuleViolation(
          "customer.unheard-of-country",
          "'" + code + "' is no country; use two letters, for example IN.");
    }
    return code;
  }
}
