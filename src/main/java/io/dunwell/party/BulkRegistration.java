package io.dunwell.party;

import io.dunwell.shared.CopyRows;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Registers many customers with a handful of statements. */
@Component
class BulkRegistration {

  private static final String INSERT =
      "insert into party.customer"
          + " (id, number, name, language, currency, country, collector, terms)"
          + " select * from unnest(?::uuid[], ?::text[], ?::text[], ?::text[], ?::text[], ?::text[],"
          + " ?::text[], ?::text[]) on conflict (number) do nothing returning number";

  private final JdbcTemplate jdbc;

  BulkRegistration(JdbcTemplate jdbc) {
    this.jdbc = jdbc;
  }

  /** Registers those whose numbers are free; returns the ids of all by number. */
  Map<String, CustomerId> register(List<CustomerView> customers) {
    Set<String> registered = new HashSet<>(insert(customers));
    List<CustomerView> fresh =
        customers.stream().filter(customer -> registered.remove(customer.number())).toList();
    copyContacts(fresh);
    copyAddresses(fresh);
    copyTaxIds(fresh);
    return idsByNumber(customers.stream().map(CustomerView::number).toArray(String[]::new));
  }

  Map<String, CustomerId> idsByNumber(String... numbers) {
    Map<String, CustomerId> ids = new HashMap<>(numbers.length * 2);
    jdbc.query(
        "select number, id from party.customer where number = any(?)",
        row -> {
          ids.put(row.getString(1), new CustomerId(row.getObject(2, UUID.class)));
        },
        (Object) numbers);
    return ids;
  }

  Map<CustomerId, PaymentTerms> terms(Collection<CustomerId> ids) {
    Map<String, PaymentTerms> texts = new HashMap<>();
    Map<CustomerId, PaymentTerms> terms = new HashMap<>(ids.size() * 2);
    jdbc.query(
        "select id, terms from party.customer where id = any(?::uuid[])",
        row -> {
          terms.put(
              new CustomerId(row.getObject(1, UUID.class)),
              texts.computeIfAbsent(row.getString(2), PaymentTerms::parse));
        },
        (Object) ids.stream().map(CustomerId::toString).toArray(String[]::new));
    return terms;
  }

  private List<String> insert(List<CustomerView> customers) {
    return jdbc.queryForList(
        INSERT,
        String.class,
        column(customers, customer -> customer.id().toString()),
        column(customers, CustomerView::number),
        column(customers, CustomerView::name),
        column(customers, customer -> customer.language().toLanguageTag()),
        column(customers, customer -> customer.currency().getCurrencyCode()),
        column(customers, CustomerView::country),
        column(customers, CustomerView::collector),
        column(customers, customer -> customer.terms().toString()));
  }

  private void copyContacts(List<CustomerView> customers) {
    CopyRows rows =
        new CopyRows("party.contact (customer, position, role, name, email, phone, language)");
    for (CustomerView customer : customers) {
      int position = 0;
      for (Contact contact : customer.contacts()) {
        rows.add(customer.id()).add(position++).add(contact.role()).add(contact.name());
        rows.add(contact.email()).add(contact.phone()).add(tag(contact.language())).end();
      }
    }
    rows.write(jdbc);
  }

  private void copyAddresses(List<CustomerView> customers) {
    CopyRows rows =
        new CopyRows(
            "party.address (customer, position, kind, lines, postal_code, city, region, country)");
    for (CustomerView customer : customers) {
      int position = 0;
      for (Address address : customer.addresses()) {
        rows.add(customer.id()).add(position++).add(address.kind()).add(address.lines());
        rows.add(address.postalCode()).add(address.city()).add(address.region());
        rows.add(address.country()).end();
      }
    }
    rows.write(jdbc);
  }

  private void copyTaxIds(List<CustomerView> customers) {
    CopyRows rows = new CopyRows("party.tax_id (customer, scheme, value)");
    for (CustomerView customer : customers) {
      customer
          .taxIds()
          .forEach(tax -> rows.add(customer.id()).add(tax.scheme()).add(tax.value()).end());
    }
    rows.write(jdbc);
  }

  private static @Nullable String tag(@Nullable Locale language) {
    return language == null ? null : language.toLanguageTag();
  }

  private static Object column(
      List<CustomerView> customers,
      java.util.function.Function<CustomerView, @Nullable String> part) {
    String[] values = new String[customers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = part.apply(customers.get(i));
    }
    return values;
  }
}
