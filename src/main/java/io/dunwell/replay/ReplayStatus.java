package io.dunwell.replay;

/** Where a replay stands. */
public enum ReplayStatus {
  RUNNING,
  FINISHED,
  STOPPED,
  FAILED
}
