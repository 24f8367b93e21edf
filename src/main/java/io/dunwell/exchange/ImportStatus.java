package io.dunwell.exchange;

/** Where an import stands. */
public enum ImportStatus {
  RUNNING,
  FINISHED,
  /** Somebody stopped it; what was booked before stays. */
  CANCELLED,
  /** The file cannot be read as it is; nothing was booked. */
  REFUSED,
  /** It broke down several times; it can be resumed where it stopped. */
  FAILED
}
