package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Says why something delivered is not billed: the first hindrance counts. It is asked line by line,
 * the earliest delivery first, and adds up what that takes from each purchase order.
 */
final class CausePolicy {

  private final LocalDate asOf;
  private final Map<String, BigDecimal> usedOfOrders;

  /**
   * @param asOf the day on which it is asked
   * @param usedOfOrders what is billed already, by contract id and order number
   */
  CausePolicy(LocalDate asOf, Map<String, BigDecimal> usedOfOrders) {
    this.asOf = asOf;
    this.usedOfOrders = new HashMap<>(usedOfOrders);
  }

  /** A cause and the sentence that explains it. */
  record Finding(Cause cause, String why) {}

  /**
   * @param value at contract price, null if the contract knows none
   */
  Finding find(UnbilledLine line, ContractView contract, @Nullable Money value) {
    if (line.billingOn() != null) {
      return onItsWay(line.billingOn());
    }
    if (line.quantity().signum() < 0) {
      return new Finding(Cause.CREDIT_DUE, Reasons.CREDIT);
    }
    if (!line.agreedThen() && !contract.on(line.deliveredOn())) {
      return new Finding(
          Cause.CONTRACT_ENDED, Reasons.contractEnded(contract.number(), line.deliveredOn()));
    }
    if (value == null) {
      return new Finding(
          Cause.PRICE_MISSING, Reasons.price(contract.number(), line.item(), line.deliveredOn()));
    }
    if (contract.proofRequired() && !line.proven()) {
      return new Finding(Cause.PROOF_MISSING, Reasons.proof(line.deliveryNumber()));
    }
    Finding waiting = waiting(line, contract);
    return waiting == null ? order(line, contract, value) : waiting;
  }

  private static Finding onItsWay(InvoiceStatus status) {
    Cause cause = status == InvoiceStatus.DRAFT ? Cause.IN_DRAFT : Cause.IN_APPROVAL;
    return new Finding(cause, Reasons.onItsWay(status));
  }

  private @Nullable Finding waiting(UnbilledLine line, ContractView contract) {
    if (contract.billingRule() == BillingRule.MILESTONE && !line.kind().equals("MILESTONE")) {
      LocalDate reached = line.milestoneOn();
      if (reached == null || reached.isBefore(line.deliveredOn())) {
        return new Finding(Cause.WAITING_FOR_MILESTONE, Reasons.MILESTONE);
      }
    }
    LocalDate monthEnd = YearMonth.from(line.deliveredOn()).atEndOfMonth();
    if (contract.billingRule() == BillingRule.MONTHLY && asOf.isBefore(monthEnd)) {
      return new Finding(Cause.WAITING_FOR_MONTH_END, Reasons.monthEnd(line.deliveredOn()));
    }
    return null;
  }

  private Finding order(UnbilledLine line, ContractView contract, Money value) {
    PurchaseOrder order = contract.purchaseOrder();
    if (order == null) {
      return new Finding(Cause.READY, Reasons.READY);
    }
    LocalDate until = order.validUntil();
    if (until != null && line.deliveredOn().isAfter(until)) {
      return new Finding(Cause.PO_EXHAUSTED, Reasons.orderEnded(order.number(), until));
    }
    String key = contract.id() + " " + order.number();
    BigDecimal used = usedOfOrders.getOrDefault(key, BigDecimal.ZERO);
    Money cap = order.cap();
    if (cap != null && used.add(value.amount()).compareTo(cap.amount()) > 0) {
      return new Finding(
          Cause.PO_EXHAUSTED,
          Reasons.orderUsed(order.number(), cap, Money.rounded(used, value.currency())));
    }
    usedOfOrders.merge(key, value.amount(), BigDecimal::add);
    return new Finding(Cause.READY, Reasons.READY);
  }
}
