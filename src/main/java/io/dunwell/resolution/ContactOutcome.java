package io.dunwell.resolution;

/** What came of it. */
public enum ContactOutcome {
  REACHED,
  NO_ANSWER,
  PROMISE,
  DISPUTE,
  WRONG_CONTACT,
  OTHER
}
