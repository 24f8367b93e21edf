package io.dunwell.resolution;

/** What keeps money from being chased. */
public enum HoldReason {
  DISPUTE,
  PROMISE,
  PLAN,
  MANAGER,
  INSOLVENCY
}
