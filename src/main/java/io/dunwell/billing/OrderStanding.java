package io.dunwell.billing;

import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order beside an invoice to it. Amounts are net, in the contract's currency.
 *
 * @param cap what it allows, null for any amount
 * @param used what other living documents take of it
 * @param asked what this invoice takes
 * @param validUntil its last day, null for no end
 * @param problem what it does not cover, with the remedy; null if it covers all
 * @param exceeded whether it is the amount that it does not cover
 */
public record OrderStanding(
    String number,
    @Nullable Money cap,
    Money used,
    Money asked,
    @Nullable LocalDate validUntil,
    @Nullable String problem,
    boolean exceeded) {

  static OrderStanding of(
      PurchaseOrder order, Money used, Money asked, LocalDate deliveredOn, InvoiceKind kind) {
    Money cap = order.cap();
    LocalDate until = order.validUntil();
    boolean exceeded = cap != null && used.plus(asked).compareTo(cap) > 0;
    String problem = null;
    if (cap != null && exceeded) {
      problem =
          "Purchase order %s allows %s, of which %s is used; this %s asks for %s. Bill less, or amend the contract once the customer sends another order."
              .formatted(
                  order.number(),
                  Words.money(cap),
                  Words.money(used),
                  kind.word(),
                  Words.money(asked));
    } else if (until != null && deliveredOn.isAfter(until)) {
      problem =
          "Purchase order %s ended on %s, before the delivery of %s. Amend the contract once the customer sends another order."
              .formatted(order.number(), Words.day(until), Words.day(deliveredOn));
    }
    return new OrderStanding(order.number(), cap, used, asked, until, problem, exceeded);
  }
}
