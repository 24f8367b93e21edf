package io.dunwell.resolution;

/** Who has to look into a dispute. */
public enum Department {
  BILLING,
  SALES,
  OPERATIONS,
  ACCOUNTS
}
