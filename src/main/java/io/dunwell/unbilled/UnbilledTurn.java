package io.dunwell.unbilled;

import io.dunwell.shared.Actor;
import io.dunwell.workflow.DayTurn;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has what is unbilled looked at on each business day, after the daily run. */
@Component
@Order(200)
class UnbilledTurn implements DayTurn {

  private final ChaseRound round;
  private final ChaseCards cards;

  UnbilledTurn(ChaseRound round, ChaseCards cards) {
    this.round = round;
    this.cards = cards;
  }

  @Override
  public void turn(LocalDate day, Actor by) {
    round.look(day);
    cards.refresh();
  }
}
