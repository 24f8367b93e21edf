package io.dunwell.dunning;

/** How an act reaches the customer. */
public enum Channel {
  /** A letter, mailed. */
  EMAIL,
  /** A call: a task for the collector. */
  CALL,
  /** A task for people of ours, nothing for the customer. */
  TASK;

  boolean writesLetter() {
    return this == EMAIL;
  }
}
