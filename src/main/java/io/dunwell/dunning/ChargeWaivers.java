package io.dunwell.dunning;

import io.dunwell.party.CustomerId;
import io.dunwell.receivables.Accounts;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Lets customers off fees and interest. */
@Service
@Transactional
public class ChargeWaivers {

  private final ChargePosting charges;
  private final Accounts accounts;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ChargeWaivers(
      ChargePosting charges,
      Accounts accounts,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.charges = charges;
    this.accounts = accounts;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** Whose notice it was. */
  record Charged(UUID customer, String currency, int standing) {}

  /**
   * Waives what a notice charged, as far as it is not paid; the notice itself stands.
   *
   * @throws RuleViolation {@code charge.unknown} if it charged nothing or that was waived already,
   *     {@code charge.no-reason}
   */
  public void waive(NoticeId notice, String reason, Actor by) {
    if (reason.isBlank()) {
      throw new RuleViolation("charge.no-reason", "Say why the charge is waived.");
    }
    Charged charged = find(notice);
    accounts.lock(new CustomerId(charged.customer()), Currency.getInstance(charged.currency()));
    charges.takeBack(notice.value(), LocalDate.now(clock), reason, by);
    events.publishEvent(
        new Auditable(by, "charge.waived", "notice", notice.toString(), Map.of("reason", reason)));
  }

  private Charged find(NoticeId notice) {
    return jdbc.sql(
            """
            select n.customer, n.currency, count(*) as standing
            from dunning.charge c join dunning.notice n on n.id = c.notice
            where n.id = ? and c.taken_back_on is null group by n.customer, n.currency
            """)
        .param(notice.value())
        .query(Charged.class)
        .optional()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "charge.unknown", "This notice charged nothing that still stands."));
  }
}
