package io.dunwell.correspondence;

/** What a person decides about a letter that nobody knows to have left, or that failed. */
public enum Resolution {
  /** Send it now. */
  RESEND,
  /** It did leave. */
  SENT
}
