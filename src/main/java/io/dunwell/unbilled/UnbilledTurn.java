package io.dunwell.unbilled;

import io.dunwell.billing.UnbilledRegister;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.workflow.DayTurn;
import java.time.LocalDate;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Has what is unbilled looked at on each business day, after the daily run. */
@Component
@Order(200)
class UnbilledTurn implements DayTurn {

  private static final int MONTHS = 12;

  private final ChaseRound round;
  private final ChaseCards cards;
  private final UnbilledRegister register;

  UnbilledTurn(ChaseRound round, ChaseCards cards, UnbilledRegister register) {
    this.round = round;
    this.cards = cards;
    this.register = register;
  }

  @Override
  public void turn(LocalDate day, Actor by) {
    round.look(day);
    cards.refresh();
    if (Books.current().live()) {
      register.trend(day, MONTHS); // so that nobody waits in the morning for what the night can do
    }
  }
}
