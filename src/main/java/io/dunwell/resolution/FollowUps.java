package io.dunwell.resolution;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What collectors have been told and have not done yet: broken promises, calls to repeat. */
@Service
@Transactional
public class FollowUps {

  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  FollowUps(JdbcClient jdbc, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.events = events;
  }

  /** What is due until that day, the oldest first. */
  @Transactional(readOnly = true)
  public List<FollowUpView> due(LocalDate until, int limit) {
    return jdbc.sql(
            """
            select f.id, f.customer, c.number as customer_number, c.name as customer_name,
                   c.collector, f.currency, f.kind, f.due_on, f.text
            from resolution.v_follow_up f
            join party.v_customer c on c.id = f.customer
            where f.done_on is null and f.due_on <= :until
            order by f.due_on, f.id limit :limit
            """)
        .param("until", until)
        .param("limit", limit)
        .query(FollowUpView.class)
        .list();
  }

  /**
   * Ticks one off.
   *
   * @throws RuleViolation {@code follow-up.unknown} if there is none that is open
   */
  public void done(UUID id, LocalDate on, Actor by) {
    int changed =
        jdbc.sql(
                """
                update resolution.follow_up set done_on = :on, done_by = :by
                where id = :id and done_on is null
                """)
            .param("on", on)
            .param("by", by.name())
            .param("id", id)
            .update();
    if (changed == 0) {
      throw new RuleViolation("follow-up.unknown", "There is no open follow-up " + id + ".");
    }
    events.publishEvent(new Auditable(by, "follow-up.done", "follow-up", id.toString(), Map.of()));
  }

  /** Tells the collectors; the same cause is told once. */
  void add(Wanted wanted) {
    jdbc.sql(
            """
            insert into resolution.follow_up (id, customer, currency, kind, cause, due_on, text)
            values (:id, :customer, :currency, :kind, :cause, :dueOn, :text)
            on conflict (kind, cause) do nothing
            """)
        .param("id", Ids.next())
        .param("customer", wanted.customer().value())
        .param("currency", wanted.currency())
        .param("kind", wanted.kind().name())
        .param("cause", wanted.cause())
        .param("dueOn", wanted.dueOn())
        .param("text", wanted.text())
        .update();
  }

  /**
   * A follow-up to be told.
   *
   * @param cause the promise, call or decision behind it
   */
  record Wanted(
      CustomerId customer,
      @Nullable String currency,
      FollowUpKind kind,
      UUID cause,
      LocalDate dueOn,
      String text) {}
}
