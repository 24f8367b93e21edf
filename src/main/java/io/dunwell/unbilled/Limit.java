package io.dunwell.unbilled;

import java.time.LocalDate;

/**
 * How long something may stay unbilled.
 *
 * @param chased whether anybody is asked about it at all
 * @param lateOn the first day past its limit
 * @param escalateOn the day on which the manager is asked if its owner is asked today
 * @param because the rule as a sentence
 */
record Limit(boolean chased, LocalDate lateOn, LocalDate escalateOn, String because) {

  boolean pastOn(LocalDate day) {
    return chased && !day.isBefore(lateOn);
  }
}
