package io.dunwell.correspondence;

import java.util.Locale;

/** Where a letter is on its way out. */
public enum DispatchState {
  /** In the outbox: to be sent as soon as mail is configured and the time has come. */
  RESERVED,
  /** A node is handing it to the mail server. */
  SENDING,
  /** The mail server has taken it. */
  SENT,
  /** It will not be sent: the address or the letter was refused, or the server never answered. */
  FAILED,
  /** Nobody knows whether it left; a person decides. */
  AMBIGUOUS,
  /** Withdrawn before it left. */
  WITHDRAWN;

  /** The name in tables and interfaces. */
  public String key() {
    return name().toLowerCase(Locale.ROOT);
  }

  static DispatchState of(String key) {
    return valueOf(key.toUpperCase(Locale.ROOT));
  }
}
