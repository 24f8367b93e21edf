package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What people think will never be paid. A proposal changes no balance: writing off does. */
@Service
@Transactional
public class WriteOffProposals {

  private final JdbcClient jdbc;
  private final FollowUps followUps;
  private final ApplicationEventPublisher events;

  WriteOffProposals(JdbcClient jdbc, FollowUps followUps, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.followUps = followUps;
    this.events = events;
  }

  /**
   * Records the proposal, and tells those who look after the customer.
   *
   * @param caseId the collection case it came from; null if none
   */
  public UUID propose(
      CustomerId customer,
      Money amount,
      @Nullable UUID caseId,
      String reason,
      LocalDate on,
      Actor by) {
    UUID id = Ids.next();
    String currency = amount.currency().getCurrencyCode();
    jdbc.sql(
            """
            insert into resolution.write_off_proposal
              (id, customer, currency, case_id, amount, reason, proposed_on, proposed_by)
            values (:id, :customer, :currency, :case, :amount, :reason, :on, :by)
            """)
        .param("id", id)
        .param("customer", customer.value())
        .param("currency", currency)
        .param("case", caseId)
        .param("amount", amount.amount())
        .param("reason", reason)
        .param("on", on)
        .param("by", by.name())
        .update();
    followUps.add(
        new FollowUps.Wanted(
            customer,
            currency,
            FollowUpKind.WRITE_OFF_ASKED,
            id,
            on,
            "Write-off of " + Words.money(amount) + " proposed by " + by.name() + ": " + reason));
    events.publishEvent(
        new Auditable(
            by,
            "write-off.proposed",
            "customer",
            customer.value().toString(),
            Map.of("amount", amount.toString(), "reason", reason)));
    return id;
  }
}
