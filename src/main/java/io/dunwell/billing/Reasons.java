package io.dunwell.billing;

import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.time.YearMonth;

/** The sentences that explain why something delivered is not billed. */
final class Reasons {

  static final String READY = "The next billing run takes it.";
  static final String CREDIT = "It came back after it was billed: credit it.";
  static final String MILESTONE =
      "The contract is billed by milestones, and none was reached since.";

  private Reasons() {}

  static String onItsWay(InvoiceStatus status) {
    return status == InvoiceStatus.DRAFT
        ? "It is on a draft; submit that."
        : "It is on an invoice that is " + status.word() + ".";
  }

  static String contractEnded(String contract, LocalDate deliveredOn) {
    return "Contract %s is not valid on %s, the day of delivery: amend it."
        .formatted(contract, Words.day(deliveredOn));
  }

  static String price(String contract, String item, LocalDate deliveredOn) {
    return "Contract %s has no price for %s on %s: amend it."
        .formatted(contract, item, Words.day(deliveredOn));
  }

  static String proof(String delivery) {
    return "Delivery %s has no proof, and the contract asks for one.".formatted(delivery);
  }

  static String monthEnd(LocalDate deliveredOn) {
    return "The contract is billed by the month; this one ends on "
        + Words.day(YearMonth.from(deliveredOn).atEndOfMonth())
        + ".";
  }

  static String orderEnded(String order, LocalDate until) {
    return "Purchase order %s ended on %s, before the delivery.".formatted(order, Words.day(until));
  }

  static String orderUsed(String order, Money cap, Money used) {
    return "Purchase order %s allows %s, of which %s is used."
        .formatted(order, Words.money(cap), Words.money(used));
  }
}
