package io.dunwell.receivables;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Posting;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;

/**
 * Something that changes what is left of items: one ledger entry.
 *
 * @param key the act, for the ledger: the same key twice is the same act
 * @param moves what happens to each item: a negative amount pays an invoice
 * @param others the postings to other accounts which balance them
 * @param effectiveOn the day it counts from
 */
public record Settlement(
    String key, String reason, List<Move> moves, List<Posting> others, LocalDate effectiveOn) {

  public Settlement {
    moves = List.copyOf(moves);
    others = List.copyOf(others);
  }

  /** An amount added to what is left of an item. */
  public record Move(ItemView item, Money amount) {

    Posting posting() {
      return new Posting(Account.RECEIVABLE, item.customer().value(), item.id().value(), amount);
    }
  }
}
