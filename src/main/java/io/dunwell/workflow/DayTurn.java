package io.dunwell.workflow;

import io.dunwell.shared.Actor;
import java.time.LocalDate;

/**
 * What has to happen once on each business day. Beans of this type run in their Spring order, for
 * every day and one day after the other, whether an administrator moves the date or time itself
 * does. A turn that is repeated for the same day changes nothing.
 */
public interface DayTurn {

  /**
   * Does what falls due on that day.
   *
   * @param day the business day that has begun
   * @param by the administrator who moved the date, or the system
   */
  void turn(LocalDate day, Actor by);
}
