package io.dunwell.receipts;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Posting;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.Settlement;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An amount put to an item: from a receipt, from a credit note, or from neither (written off).
 *
 * @param amount positive
 */
record Allocation(
    AllocationId id,
    @Nullable ReceiptId receipt,
    @Nullable ItemView credit,
    ItemView item,
    Money amount,
    LocalDate on,
    @Nullable String reason) {

  static Allocation ofReceipt(ReceiptId receipt, ItemView item, Money amount, LocalDate on) {
    return new Allocation(next(), receipt, null, item, amount, on, null);
  }

  static Allocation ofCredit(ItemView credit, ItemView item, Money amount, LocalDate on) {
    return new Allocation(next(), null, credit, item, amount, on, null);
  }

  static Allocation ofWriteOff(ItemView item, Money amount, LocalDate on, String reason) {
    return new Allocation(next(), null, null, item, amount, on, reason);
  }

  /** The act that records it in the ledger. */
  String key() {
    return "allocation:" + id;
  }

  Settlement settlement() {
    List<Settlement.Move> moves = new ArrayList<>(2);
    moves.add(new Settlement.Move(item, amount.negated()));
    if (credit != null) {
      moves.add(new Settlement.Move(credit, amount));
    }
    return new Settlement(key(), ledgerReason(), moves, others(), on);
  }

  /** What taking it back from that day on does. */
  Settlement reversal(LocalDate from) {
    List<Settlement.Move> moves = new ArrayList<>(2);
    moves.add(new Settlement.Move(item, amount));
    if (credit != null) {
      moves.add(new Settlement.Move(credit, amount.negated()));
    }
    return new Settlement("allocation-reversed:" + id, ledgerReason(), moves, List.of(), from);
  }

  @Nullable ItemId creditId() {
    return credit == null ? null : credit.id();
  }

  private List<Posting> others() {
    if (credit != null) {
      return List.of();
    }
    Account from = receipt == null ? Account.WRITE_OFF : Account.UNAPPLIED_CASH;
    return List.of(
        new Posting(
            from, item.customer().value(), receipt == null ? null : receipt.value(), amount));
  }

  private String ledgerReason() {
    if (credit != null) {
      return "credit applied";
    }
    return receipt == null ? "write-off" : "allocation";
  }

  private static AllocationId next() {
    return new AllocationId(Ids.next());
  }
}
