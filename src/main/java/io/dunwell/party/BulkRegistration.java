package io.dunwell.party;

import io.dunwell.shared.TableCopy;
import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.hibernate.Session;
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
  private final EntityManager entities;

  BulkRegistration(JdbcTemplate jdbc, EntityManager entities) {
    this.jdbc = jdbc;
    this.entities = entities;
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
    // writes customers that are still to be written, and nothing else of the transaction
    entities
        .unwrap(Session.class)
        .createNativeQuery(
            "select id, terms from party.customer where id = any(:ids)", Object[].class)
        .addSynchronizedEntityClass(Customer.class)
        .setParameter("ids", ids.stream().map(CustomerId::value).toArray(UUID[]::new))
        .list()
        .forEach(
            row ->
                terms.put(
                    new CustomerId((UUID) row[0]),
                    texts.computeIfAbsent((String) row[1], PaymentTerms::parse)));
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
    copy(
        "party.contact (customer, position, role, name, email, phone, language)",
        parts(customers, CustomerView::contacts),
        (part, row) -> {
          Contact contact = part.of();
          row.add(part.customer()).add(part.position()).add(contact.role()).add(contact.name());
          row.add(contact.email()).add(contact.phone()).add(tag(contact.language()));
        });
  }

  private void copyAddresses(List<CustomerView> customers) {
    copy(
        "party.address (customer, position, kind, lines, postal_code, city, region, country)",
        parts(customers, CustomerView::addresses),
        (part, row) -> {
          Address address = part.of();
          row.add(part.customer()).add(part.position()).add(address.kind()).add(address.lines());
          row.add(address.postalCode()).add(address.city()).add(address.region());
          row.add(address.country());
        });
  }

  private void copyTaxIds(List<CustomerView> customers) {
    copy(
        "party.tax_id (customer, scheme, value)",
        parts(customers, CustomerView::taxIds),
        (part, row) -> row.add(part.customer()).add(part.of().scheme()).add(part.of().value()));
  }

  private <T> void copy(
      String target, List<Part<T>> parts, BiConsumer<Part<T>, TableCopy.Row> columns) {
    if (!parts.isEmpty()) {
      TableCopy.into(jdbc, target, parts, columns);
    }
  }

  private static <T> List<Part<T>> parts(
      List<CustomerView> customers, Function<CustomerView, List<T>> which) {
    List<Part<T>> parts = new ArrayList<>();
    for (CustomerView customer : customers) {
      int position = 0;
      for (T part : which.apply(customer)) {
        parts.add(new Part<>(customer.id().value(), position++, part));
      }
    }
    return parts;
  }

  private static @Nullable String tag(@Nullable Locale language) {
    return language == null ? null : language.toLanguageTag();
  }

  private static Object column(
      List<CustomerView> customers, Function<CustomerView, @Nullable String> part) {
    String[] values = new String[customers.size()];
    for (int i = 0; i < values.length; i++) {
      values[i] = part.apply(customers.get(i));
    }
    return values;
  }

  /** A contact, address or tax id on its way into its table. */
  private record Part<T>(UUID customer, int position, T of) {}
}
