package io.dunwell.correspondence;

import io.dunwell.correspondence.events.LetterFailed;
import io.dunwell.correspondence.events.LetterSent;
import io.dunwell.shared.Actor;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every step of the send ledger, each a transaction of its own: a letter is claimed and that is
 * committed before the mail server hears of it, so that no two nodes ever send the same one.
 */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class Outbox {

  private final Dispatches dispatches;
  private final LetterQueries letters;
  private final JdbcClient jdbc;
  private final CorrespondenceSettings settings;
  private final MessageIds messageIds;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Outbox(
      Dispatches dispatches,
      LetterQueries letters,
      JdbcClient jdbc,
      CorrespondenceSettings settings,
      MessageIds messageIds,
      Clock clock,
      ApplicationEventPublisher events) {
    this.dispatches = dispatches;
    this.letters = letters;
    this.jdbc = jdbc;
    this.settings = settings;
    this.messageIds = messageIds;
    this.clock = clock;
    this.events = events;
  }

  /** A letter that this node, and no other, may now hand to the mail server. */
  record Claim(LetterId letter, @Nullable String to, String messageId, int attempt) {}

  /**
   * Takes the next letter that is due. Nodes take turns: two that counted at the same moment would
   * both find room for the last letter that a customer may get that day.
   */
  Optional<Claim> claim(String node) {
    jdbc.sql("select pg_advisory_xact_lock(hashtext('dunwell.correspondence.claim'))::text")
        .query(String.class)
        .single();
    LocalDate today = LocalDate.now(clock);
    return dispatches
        .findNextDue(today.minus(settings.maxAge()), today, settings.dailyCap())
        .map(dispatch -> begin(dispatch, node));
  }

  private Claim begin(Dispatch dispatch, String node) {
    String messageId = messageIds.of(new LetterId(dispatch.letter()));
    dispatch.begin(node, messageId, wallTime());
    keep(dispatch, node, null);
    return new Claim(
        new LetterId(dispatch.letter()),
        dispatch.toAddress(),
        dispatch.messageId(),
        dispatch.attempts());
  }

  void sent(LetterId letter, String reply) {
    Dispatch dispatch = toChange(letter);
    dispatch.sent(LocalDate.now(clock), wallTime());
    keep(dispatch, Actor.SYSTEM.name(), reply);
    events.publishEvent(new LetterSent(letter.value(), dispatch.customer()));
  }

  void failed(LetterId letter, String why, boolean addressRefused) {
    Dispatch dispatch = toChange(letter);
    dispatch.fail(why);
    keep(dispatch, Actor.SYSTEM.name(), why);
    jdbc.sql("update correspondence.letter set stands = false where id = ?")
        .param(letter.value())
        .update();
    events.publishEvent(
        new LetterFailed(
            letter.value(),
            dispatch.customer(),
            letters.view(letter).currency(),
            dispatch.dated(),
            addressRefused,
            why));
  }

  void postponed(LetterId letter, Duration pause, String why) {
    Dispatch dispatch = toChange(letter);
    dispatch.postpone(wallTime().plus(pause), why);
    keep(dispatch, Actor.SYSTEM.name(), why);
  }

  void lost(LetterId letter, String why) {
    Dispatch dispatch = toChange(letter);
    dispatch.lose(why);
    keep(dispatch, Actor.SYSTEM.name(), why);
  }

  /**
   * Finds what was being sent when a node died.
   *
   * @param node whose sendings are certainly over, because it has just started
   * @return how many letters a person has to decide about
   */
  int interrupted(String node) {
    List<Dispatch> interrupted = dispatches.findInterrupted(node, settings.lease().toSeconds());
    for (Dispatch dispatch : interrupted) {
      String why = "Interrupted while it was being sent; nobody knows whether it left.";
      dispatch.lose(why);
      keep(dispatch, Actor.SYSTEM.name(), why);
    }
    return interrupted.size();
  }

  @Transactional
  void settle(LetterId letter, Actor by) {
    Dispatch dispatch = toChange(letter);
    dispatch.settle(LocalDate.now(clock), wallTime());
    keep(dispatch, by.name(), "Found to have left");
    events.publishEvent(new LetterSent(letter.value(), dispatch.customer()));
  }

  @Transactional
  void release(LetterId letter, @Nullable String to, Actor by) {
    Dispatch dispatch = toChange(letter);
    dispatch.release(to, wallTime());
    keep(dispatch, by.name(), "To be sent now");
    letters.stand(letter);
  }

  private void keep(Dispatch dispatch, String by, @Nullable String remark) {
    dispatches.saveAndFlush(dispatch);
    jdbc.sql(
            "insert into correspondence.dispatch_step (letter, state, by, remark) values (?,?,?,?)")
        .params(dispatch.letter(), dispatch.state().key(), by, remark)
        .update();
  }

  private Dispatch toChange(LetterId letter) {
    UUID id = letter.value();
    return dispatches.findForChange(id).orElseThrow(() -> LetterQueries.unknown(letter));
  }

  /** Pauses, leases and proofs of sending follow the wall clock, which the database keeps. */
  private Instant wallTime() {
    return jdbc.sql("select clock_timestamp()")
        .query((rs, n) -> rs.getTimestamp(1).toInstant())
        .single();
  }
}
