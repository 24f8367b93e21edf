package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.AccountSheets;
import io.dunwell.resolution.HoldId;
import io.dunwell.resolution.HoldReason;
import io.dunwell.resolution.Holds;
import io.dunwell.resolution.NewHold;
import io.dunwell.resolution.WriteOffProposals;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What a manager decides when letters and calls have not helped. */
@Service
@Transactional
public class Escalations {

  private final Cases cases;
  private final Holds holds;
  private final WriteOffProposals writeOffs;
  private final AccountSheets sheets;
  private final JdbcClient jdbc;
  private final ApplicationEventPublisher events;

  Escalations(
      Cases cases,
      Holds holds,
      WriteOffProposals writeOffs,
      AccountSheets sheets,
      JdbcClient jdbc,
      ApplicationEventPublisher events) {
    this.cases = cases;
    this.holds = holds;
    this.writeOffs = writeOffs;
    this.sheets = sheets;
    this.jdbc = jdbc;
    this.events = events;
  }

  /**
   * Refuses a decision that cannot be applied.
   *
   * @throws RuleViolation with the sentence that the manager reads
   */
  @Transactional(readOnly = true)
  public void check(CaseId id, EscalationDecision decision, LocalDate today) {
    AccountKey account = cases.account(id);
    switch (decision.kind()) {
      case CONTINUE -> {}
      case PAUSE -> pauseOf(account, decision, today);
      case WRITE_OFF -> writeOffOf(account, decision, today);
      case LIFT_HOLD -> refuseUnlessInForce(account, decision, today);
    }
  }

  /** Applies the decision, in the transaction in which it was taken. */
  public void apply(CaseId id, EscalationDecision decision, LocalDate today, Actor by) {
    AccountKey account = cases.account(id);
    switch (decision.kind()) {
      case CONTINUE -> continueToLegal(id, today, by);
      case PAUSE -> holds.place(pauseOf(account, decision, today), by);
      case WRITE_OFF ->
          writeOffs.propose(
              account.customer(),
              writeOffOf(account, decision, today),
              id.value(),
              decision.reason(),
              today,
              by);
      case LIFT_HOLD -> {
        refuseUnlessInForce(account, decision, today);
        holds.release(decision.hold(), today, decision.reason(), by);
      }
    }
    events.publishEvent(
        new Auditable(
            by,
            "escalation.decided",
            "case",
            id.toString(),
            Map.of("decision", decision.kind().name(), "reason", decision.note())));
  }

  private void continueToLegal(CaseId id, LocalDate today, Actor by) {
    int changed =
        jdbc.sql(
                """
                update dunning.dunning_case
                set legal_decided_on = :on, legal_decided_by = :by
                where id = :id and closed_on is null
                """)
            .param("on", today)
            .param("by", by.name())
            .param("id", id.value())
            .update();
    if (changed == 0) {
      throw new RuleViolation("case.closed", "This case has ended: there is nothing to decide.");
    }
  }

  private static NewHold pauseOf(AccountKey account, EscalationDecision decision, LocalDate today) {
    return new NewHold(
        account.customer(),
        account.currency(),
        null,
        null,
        HoldReason.MANAGER,
        decision.reason(),
        today,
        decision.pauseUntil());
  }

  private Money writeOffOf(AccountKey account, EscalationDecision decision, LocalDate today) {
    Money overdue = sheets.of(account.customer(), account.currency(), today).overdue();
    Money amount = decision.writeOffAmount(account.currency()).orElse(overdue);
    if (!amount.isPositive() || amount.compareTo(overdue) > 0) {
      throw new RuleViolation(
          "write-off.too-high",
          "Of this account " + Words.money(overdue) + " is overdue: propose at most that.");
    }
    if (decision.reason().isBlank()) {
      throw new RuleViolation("write-off.no-reason", "Say why the money will never come.");
    }
    return amount;
  }

  private void refuseUnlessInForce(
      AccountKey account, EscalationDecision decision, LocalDate today) {
    HoldId id = decision.hold();
    boolean inForce =
        holds.ofCustomer(account.customer()).stream()
            .anyMatch(hold -> hold.id().equals(id) && hold.inForceOn(today));
    if (!inForce) {
      throw new RuleViolation(
          "hold.not-in-force", "This hold has ended already, or is another customer's.");
    }
  }
}
