package io.dunwell.exchange;

import io.dunwell.receipts.AllocationView;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.DocumentSummary;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/** Takes back what paid an invoice that is to be corrected, and puts it to its successor. */
@Component
class PaidInvoices {

  private final OpenItems openItems;
  private final Receipts receipts;

  PaidInvoices(OpenItems openItems, Receipts receipts) {
    this.openItems = openItems;
    this.receipts = receipts;
  }

  /**
   * Money or credit that was put to the invoice.
   *
   * @param on the day from which it is free again
   */
  record Freed(AllocationView allocation, LocalDate on) {}

  /**
   * When a file has a settlement of its own, money that was put to the invoice otherwise may be the
   * same money: a person has to say.
   */
  void refuseOtherMoney(DocumentSummary document) {
    for (AllocationView each : standing(document)) {
      if (each.receipt() != null) {
        throw new RuleViolation(
            "conflict.paid-otherwise",
            Words.sentence(
                "The row has a payment, and %s of invoice %s was paid by %s, which did not come with"
                    + " it. Take that allocation back if it is the same money, or leave the payment"
                    + " out of the row; then decide.",
                each.amount(), document.number(), receipts.view(each.receipt()).label()));
      }
    }
  }

  /** Takes back everything that was put to the invoice. */
  List<Freed> free(DocumentSummary document, String reason, LocalDate from, Actor by) {
    return standing(document).stream()
        .map(
            each -> {
              LocalDate on = Corrections.later(from, each.effectiveOn());
              receipts.unallocate(each.id(), reason, on, by);
              return new Freed(each, on);
            })
        .toList();
  }

  /** Puts it to the invoice with that number, as far as it goes; a write-off is not repeated. */
  void payAgain(List<Freed> freed, String number, LocalDate from, Actor by) {
    for (Freed each : freed) {
      Money left = each.allocation().amount();
      LocalDate on = Corrections.later(from, each.on());
      for (ItemView item : openItems.ofDocuments(List.of(number))) {
        Money part = left.min(item.open());
        if (part.isPositive() && part.currency().equals(item.account().currency())) {
          pay(each.allocation(), item, part, on, by);
          left = left.minus(part);
        }
      }
    }
  }

  /** The first day on which nothing of what once paid the item counts any more. */
  LocalDate reopenedOn(ItemView item, LocalDate from) {
    LocalDate on = from;
    for (AllocationView each : receipts.allocationsTo(Set.of(item.id()))) {
      if (each.reversedOn() != null) {
        on = Corrections.later(on, each.reversedOn());
      }
    }
    return on;
  }

  private void pay(AllocationView from, ItemView item, Money amount, LocalDate on, Actor by) {
    ItemId credit = from.creditItem();
    if (from.receipt() != null) {
      receipts.allocate(from.receipt(), item.id(), amount, on, by);
    } else if (credit != null) {
      receipts.applyCredit(credit, item.id(), amount, on, by);
    }
  }

  private List<AllocationView> standing(DocumentSummary document) {
    List<ItemId> items =
        openItems.ofDocuments(List.of(document.number())).stream().map(ItemView::id).toList();
    return receipts.allocationsTo(items).stream()
        .filter(each -> each.reversedOn() == null)
        .toList();
  }
}
