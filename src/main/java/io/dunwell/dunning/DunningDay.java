package io.dunwell.dunning;

import io.dunwell.shared.Actor;
import io.dunwell.workflow.DayTurn;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has each business day its daily run. */
@Component
@Order(100)
class DunningDay implements DayTurn {

  private final DailyRuns runs;
  private final RunBook book;

  DunningDay(DailyRuns runs, RunBook book) {
    this.runs = runs;
    this.book = book;
  }

  /** A day that somebody has run ahead of the clock is done already. */
  @Override
  public void turn(LocalDate day, Actor by) {
    LocalDate last = book.lastFinished();
    if (last == null || day.isAfter(last)) {
      runs.run(day, false, by);
    }
  }
}
