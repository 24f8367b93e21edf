package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The contact log: every call, mail, visit and meeting leaves a trace that nobody edits. */
@Service
@Transactional
public class Contacts {

  private static final String SELECT =
      """
      select id, customer, currency, case_id, kind, outcome, person, note, happened_on,
             next_call_on, logged_by, recorded_at
      from resolution.v_contact
      """;

  private final JdbcClient jdbc;
  private final FollowUps followUps;
  private final ApplicationEventPublisher events;

  Contacts(JdbcClient jdbc, FollowUps followUps, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.followUps = followUps;
    this.events = events;
  }

  /** Writes a contact down; an agreed call appears among the collectors' follow-ups. */
  public UUID log(ContactEntry contact, Actor by) {
    UUID id = Ids.next();
    insert(id, contact, by);
    LocalDate next = contact.nextCallOn();
    if (next != null) {
      followUps.add(
          new FollowUps.Wanted(
              contact.customer(),
              code(contact),
              FollowUpKind.CALL_AGAIN,
              id,
              next,
              contact.note().isBlank()
                  ? "Call again as agreed."
                  : "Call again: " + contact.note()));
    }
    events.publishEvent(
        new Auditable(
            by,
            "contact.logged",
            "customer",
            contact.customer().value().toString(),
            Map.of("kind", contact.kind().name(), "outcome", contact.outcome().name())));
    return id;
  }

  /** Every contact with a customer, the latest first. */
  @Transactional(readOnly = true)
  public List<ContactView> ofCustomer(CustomerId customer) {
    return jdbc.sql(SELECT + " where customer = :customer order by happened_on desc, id desc")
        .param("customer", customer.value())
        .query(ContactView.class)
        .list();
  }

  /** Every contact with a customer about one currency or about all, the earliest first. */
  @Transactional(readOnly = true)
  public List<ContactView> ofAccount(CustomerId customer, Currency currency) {
    return jdbc.sql(
            SELECT
                + """
                 where customer = :customer and (currency is null or currency = :currency)
                 order by happened_on, id
                """)
        .param("customer", customer.value())
        .param("currency", currency.getCurrencyCode())
        .query(ContactView.class)
        .list();
  }

  private void insert(UUID id, ContactEntry contact, Actor by) {
    jdbc.sql(
            """
            insert into resolution.contact (id, customer, currency, case_id, kind, outcome, person,
              note, happened_on, next_call_on, logged_by)
            values (:id, :customer, :currency, :case, :kind, :outcome, :person,
              :note, :happenedOn, :nextCallOn, :by)
            """)
        .param("id", id)
        .param("customer", contact.customer().value())
        .param("currency", code(contact))
        .param("case", contact.caseId())
        .param("kind", contact.kind().name())
        .param("outcome", contact.outcome().name())
        .param("person", contact.person())
        .param("note", contact.note())
        .param("happenedOn", contact.happenedOn())
        .param("nextCallOn", contact.nextCallOn())
        .param("by", by.name())
        .update();
  }

  private static @Nullable String code(ContactEntry contact) {
    Currency currency = contact.currency();
    return currency == null ? null : currency.getCurrencyCode();
  }
}
