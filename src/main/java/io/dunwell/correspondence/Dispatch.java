package io.dunwell.correspondence;

import io.dunwell.shared.RuleViolation;
import jakarta.persistence.Column;
import jakarta.persistence.Convert;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The way of one letter out of the house. Its states move here and nowhere else. */
@Entity
@Table(schema = "correspondence", name = "dispatch")
class Dispatch {

  @Id
  @Column(name = "letter")
  private UUID letter;

  private UUID customer;
  private LocalDate dated;

  @Column(name = "to_address")
  private @Nullable String toAddress;

  @Convert(converter = DispatchStateColumn.class)
  private DispatchState state;

  @Column(name = "message_id")
  private @Nullable String messageId;

  private int attempts;

  @Column(name = "next_attempt_at")
  private Instant nextAttemptAt;

  @SuppressWarnings("UnusedVariable") // read by the queries of Dispatches
  private @Nullable String node;

  @Column(name = "sending_since")
  private @Nullable Instant sendingSince;

  @Column(name = "sent_at")
  private @Nullable Instant sentAt;

  @Column(name = "sent_on")
  private @Nullable LocalDate sentOn;

  @Column(name = "last_error")
  private @Nullable String lastError;

  @SuppressWarnings("UnusedVariable") // read by the queries of Dispatches
  private boolean released;

  @Version private int version;

  @SuppressWarnings("NullAway.Init")
  protected Dispatch() {}

  UUID letter() {
    return letter;
  }

  UUID customer() {
    return customer;
  }

  LocalDate dated() {
    return dated;
  }

  @Nullable String toAddress() {
    return toAddress;
  }

  String messageId() {
    return String.valueOf(messageId);
  }

  DispatchState state() {
    return state;
  }

  int attempts() {
    return attempts;
  }

  /** A node takes it to the mail server; the Message-ID of the first attempt stays for ever. */
  void begin(String byNode, String firstMessageId, Instant now) {
    move(DispatchState.RESERVED, DispatchState.SENDING);
    node = byNode;
    sendingSince = now;
    messageId = messageId == null ? firstMessageId : messageId;
    attempts++;
  }

  void sent(LocalDate today, Instant now) {
    move(DispatchState.SENDING, DispatchState.SENT);
    sentOn = today;
    sentAt = now;
    lastError = null;
    sendingSince = null;
  }

  void fail(String why) {
    move(DispatchState.SENDING, DispatchState.FAILED);
    lastError = why;
    sendingSince = null;
  }

  void postpone(Instant until, String why) {
    move(DispatchState.SENDING, DispatchState.RESERVED);
    nextAttemptAt = until;
    lastError = why;
    sendingSince = null;
  }

  void lose(String why) {
    move(DispatchState.SENDING, DispatchState.AMBIGUOUS);
    lastError = why;
    sendingSince = null;
  }

  /** A person says that it arrived. */
  void settle(LocalDate today, Instant now) {
    refuseUnless(state == DispatchState.AMBIGUOUS);
    state = DispatchState.SENT;
    sentOn = today;
    sentAt = now;
  }

  /** A person wants it sent, again or late; {@code to} replaces the address. */
  void release(@Nullable String to, Instant now) {
    refuseUnless(
        state == DispatchState.AMBIGUOUS
            || state == DispatchState.FAILED
            || state == DispatchState.RESERVED);
    state = DispatchState.RESERVED;
    toAddress = to == null ? toAddress : to;
    nextAttemptAt = now;
    attempts = 0;
    released = true;
  }

  private void refuseUnless(boolean allowed) {
    if (!allowed) {
      throw new RuleViolation(
          "letter.nothing-to-resolve",
          "This letter is " + state.key() + "; there is nothing to decide about it.");
    }
  }

  private void move(DispatchState from, DispatchState to) {
    if (state != from) {
      throw new IllegalStateException(letter + " is " + state + ", not " + from);
    }
    state = to;
  }
}
