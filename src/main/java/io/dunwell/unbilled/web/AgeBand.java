package io.dunwell.unbilled.web;

/** How long ago something was delivered. */
enum AgeBand {
  WEEK(7),
  MONTH(30),
  TWO_MONTHS(60),
  OLDER(Integer.MAX_VALUE);

  private final int days;

  AgeBand(int days) {
    this.days = days;
  }

  /** The most days that are of this age. */
  int days() {
    return days;
  }
}
