package io.dunwell.unbilled;

import io.dunwell.billing.Cause;

/** What the owner of something unbilled is asked for. */
public enum Asks {
  PROOF,
  EXPLANATION;

  static Asks about(Cause cause) {
    return cause == Cause.PROOF_MISSING ? PROOF : EXPLANATION;
  }
}
