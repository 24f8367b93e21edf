package io.dunwell.resolution;

/** Why a collector has to come back to a customer. */
public enum FollowUpKind {
  CALL_AGAIN,
  PROMISE_BROKEN,
  PROMISE_PARTLY,
  WRITE_OFF_ASKED
}
