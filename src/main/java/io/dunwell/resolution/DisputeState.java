package io.dunwell.resolution;

/** What became of a dispute. */
public enum DisputeState {
  OPEN,
  /** The customer is right. */
  ACCEPTED,
  /** The money is owed. */
  REJECTED,
  /** The customer no longer disputes. */
  WITHDRAWN
}
