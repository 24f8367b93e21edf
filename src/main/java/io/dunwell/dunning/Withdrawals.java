package io.dunwell.dunning;

import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.events.LetterFailed;
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
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Takes acts back: levels and charges are restored, the letter stays readable. */
@Service
@Transactional
public class Withdrawals {

  private final NoticeUndo undo;
  private final ChargePosting charges;
  private final Accounts accounts;
  private final Letters letters;
  private final JdbcClient jdbc;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Withdrawals(
      NoticeUndo undo,
      ChargePosting charges,
      Accounts accounts,
      Letters letters,
      JdbcClient jdbc,
      Clock clock,
      ApplicationEventPublisher events) {
    this.undo = undo;
    this.charges = charges;
    this.accounts = accounts;
    this.letters = letters;
    this.jdbc = jdbc;
    this.clock = clock;
    this.events = events;
  }

  /** What has to be known of a notice to take it back. */
  record Standing(
      UUID id,
      UUID customer,
      String currency,
      LocalDate actedOn,
      String status,
      @Nullable UUID letter) {}

  /**
   * Withdraws a notice, the newest of its account.
   *
   * @throws RuleViolation {@code notice.unknown}, {@code notice.already-withdrawn}, {@code
   *     notice.not-newest}, {@code notice.no-reason}
   */
  public void withdraw(NoticeId id, String reason, Actor by) {
    if (reason.isBlank()) {
      throw new RuleViolation("notice.no-reason", "Say why the notice is withdrawn.");
    }
    Standing notice = locked(id);
    if (!notice.status().equals("DONE")) {
      throw new RuleViolation(
          "notice.already-withdrawn", "This notice has been taken back already.");
    }
    if (undo.hasLater(notice)) {
      throw new RuleViolation(
          "notice.not-newest",
          "A later notice of this account still stands; withdraw the newest first.");
    }
    if (notice.letter() != null) {
      letters.withdraw(new LetterId(notice.letter()), reason, by);
    }
    undo.undo(notice, "WITHDRAWN", reason, LocalDate.now(clock), by);
    charges.takeBack(notice.id(), LocalDate.now(clock), reason, by);
    events.publishEvent(
        new Auditable(by, "notice.withdrawn", "notice", id.toString(), Map.of("reason", reason)));
  }

  /** A letter that could not be delivered is no act: the same level is tried again. */
  @EventListener
  void failed(LetterFailed letter) {
    jdbc.sql("select id from dunning.notice where letter = ? and status = 'DONE'")
        .param(letter.letter())
        .query(UUID.class)
        .optional()
        .ifPresent(id -> fail(locked(new NoticeId(id)), letter));
  }

  private void fail(Standing notice, LetterFailed letter) {
    LocalDate today = LocalDate.now(clock);
    undo.undo(notice, "FAILED", letter.reason(), today, Actor.SYSTEM);
    charges.takeBack(notice.id(), today, letter.reason(), Actor.SYSTEM);
    if (!letter.addressRefused()) {
      undo.forgiveAddress(notice);
    }
  }

  private Standing locked(NoticeId id) {
    Standing notice = find(id);
    accounts.lock(new CustomerId(notice.customer()), Currency.getInstance(notice.currency()));
    return find(id);
  }

  private Standing find(NoticeId id) {
    return jdbc.sql(
            "select id, customer, currency, acted_on, status, letter from dunning.notice where id = ?")
        .param(id.value())
        .query(Standing.class)
        .optional()
        .orElseThrow(() -> new RuleViolation("notice.unknown", "There is no notice " + id + "."));
  }
}
