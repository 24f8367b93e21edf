package io.dunwell.resolution;

/** What became of a promise. */
public enum PromiseState {
  OPEN,
  KEPT,
  PARTLY_KEPT,
  BROKEN,
  /** The customer gave another word instead. */
  REPLACED
}
