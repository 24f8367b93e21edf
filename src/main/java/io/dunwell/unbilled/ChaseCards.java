package io.dunwell.unbilled;

import io.dunwell.shared.Words;
import io.dunwell.workflow.TaskCards;
import io.dunwell.workflow.TaskCards.Card;
import java.util.List;
import org.springframework.stereotype.Component;

/** Keeps the cards of open tasks true: what is unbilled grows older and changes its value. */
@Component
class ChaseCards {

  private static final int AT_ONCE = 1000;

  private final TaskCards cards;
  private final ChaseTable chases;

  ChaseCards(TaskCards cards, ChaseTable chases) {
    this.cards = cards;
    this.chases = chases;
  }

  void refresh() {
    List<Card> all =
        chases.open().stream()
            .map(c -> new Card(c.id().toString(), amount(c), c.daysLate(), c.priority()))
            .toList();
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      cards.write(all.subList(from, Math.min(from + AT_ONCE, all.size())));
    }
  }

  static String amount(ChaseView chase) {
    return chase.item().value() == null ? "no price" : Words.money(chase.item().value());
  }
}
