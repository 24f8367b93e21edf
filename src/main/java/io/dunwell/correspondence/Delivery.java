package io.dunwell.correspondence;

import java.util.Locale;

/**
 * What became of an attempt to send.
 *
 * @param outcome what follows from it
 * @param remark what the server said, or what went wrong
 */
record Delivery(Outcome outcome, String remark) {

  /** What an attempt leads to. */
  enum Outcome {
    /** The server has taken it. */
    TAKEN,
    /** The address is refused for good. */
    ADDRESS_REFUSED,
    /** The letter is refused for good. */
    LETTER_REFUSED,
    /** Not now; this letter is tried again after a pause. */
    LATER,
    /** The server cannot be used at all at present; no letter's fault. */
    NO_SERVER,
    /** It may have left or not. */
    UNKNOWN
  }

  static Delivery of(Outcome outcome, String remark) {
    String line = remark.replaceAll("\\p{Cntrl}+", " ").strip();
    return new Delivery(outcome, line.length() > 500 ? line.substring(0, 500) : line);
  }

  @Override
  public String toString() {
    return outcome.name().toLowerCase(Locale.ROOT) + ": " + remark;
  }
}
