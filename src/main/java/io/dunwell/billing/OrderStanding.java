package io.dunwell.billing;

import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A purchase order beside an invoice to it. Amounts are net, in the contract's currency.
 *
 * @param cap what it allows, null for any amount
 * @param used what other living documents take of it
 * @param asked what this invoice takes
 * @param validUntil its last day, null for no end
 * @param code which rule it breaks, null if it covers all
 * @param problem what it does not cover, with the remedy; null if it covers all
 */
public record OrderStanding(
    String number,
    @Nullable Money cap,
    Money used,
    Money asked,
    @Nullable LocalDate validUntil,
    @Nullable String code,
    @Nullable String problem) {

  private static final String MISSING = "invoice.order-missing";
  private static final String UNKNOWN = "invoice.order-unknown";

  static OrderStanding of(
      PurchaseOrder order, Money used, Money asked, LocalDate deliveredOn, InvoiceKind kind) {
    Money cap = order.cap();
    LocalDate until = order.validUntil();
    String code = null;
    String problem = null;
    if (cap != null && used.plus(asked).compareTo(cap) > 0) {
      code = "invoice.order-exceeded";
      problem =
          "Purchase order %s allows %s, of which %s is used; this %s asks for %s. Bill less, or amend the contract once the customer sends another order."
              .formatted(
                  order.number(),
                  Words.money(cap),
                  Words.money(used),
                  kind.word(),
                  Words.money(asked));
    } else if (until != null && deliveredOn.isAfter(until)) {
      code = "invoice.order-ended";
      problem =
          "Purchase order %s ended on %s, before the delivery of %s. Amend the contract once the customer sends another order."
              .formatted(order.number(), Words.day(until), Words.day(deliveredOn));
    }
    return new OrderStanding(order.number(), cap, used, asked, until, code, problem);
  }

  /** The contract asks for an order, and the invoice names none. */
  static OrderStanding missing(InvoiceView invoice, PurchaseOrder order) {
    return wrong(
        invoice,
        order.number(),
        MISSING,
        "Contract %s is billed against purchase order %s, and this %s names none. Write it down, or amend the contract."
            .formatted(invoice.basis().contractNumber(), order.number(), invoice.kind().word()));
  }

  /** The contract never named such an order. */
  static OrderStanding unknown(InvoiceView invoice, String number, List<String> agreed) {
    return wrong(
        invoice,
        number,
        UNKNOWN,
        "Purchase order %s is not agreed in contract %s, whose orders are: %s. Amend the contract once the customer has sent it."
            .formatted(number, invoice.basis().contractNumber(), String.join(", ", agreed)));
  }

  private static OrderStanding wrong(
      InvoiceView invoice, String number, String code, String problem) {
    Money nothing = Money.zero(invoice.currency());
    return new OrderStanding(number, null, nothing, invoice.net(), null, code, problem);
  }

  /** Whether the invoice names an order that the contract knows. */
  boolean agreed() {
    return !MISSING.equals(code) && !UNKNOWN.equals(code);
  }

  /**
   * @throws RuleViolation what the order does not cover
   */
  void refuse() {
    if (code != null && problem != null) {
      throw new RuleViolation(code, problem);
    }
  }
}
