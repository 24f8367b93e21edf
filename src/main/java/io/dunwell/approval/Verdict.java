package io.dunwell.approval;

/** What was said about a version of an invoice. */
public enum Verdict {
  APPROVED,
  RETURNED,
  /** A policy let it pass without asking anybody, and the reason says which. */
  STRAIGHT
}
