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

  /** Those of chases that were opened today say so already. */
  void refresh() {
    ChaseId last = null;
    for (List<ChaseView> some = chases.olderOnes(last, AT_ONCE);
        !some.isEmpty();
        some = chases.olderOnes(last, AT_ONCE)) {
      cards.write(some.stream().map(ChaseCards::card).toList());
      last = some.get(some.size() - 1).id();
    }
  }

  private static Card card(ChaseView chase) {
    return new Card(chase.id().toString(), amount(chase), chase.daysLate(), chase.priority());
  }

  static String amount(ChaseView chase) {
    return chase.item().value() == null ? "no price" : Words.money(chase.item().value());
  }
}
