package io.dunwell.receipts;

import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.ItemView;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.time.LocalDate;

/** What money may be put to what. */
final class AllocationRules {

  private AllocationRules() {}

  static void checkUnapplied(ReceiptView receipt) {
    if (receipt.unapplied().isZero()) {
      throw new RuleViolation(
          "receipt.already-applied",
          "Nothing of %s is left. Take an allocation back first.".formatted(receipt.label()));
    }
  }

  static void checkReceipt(ReceiptView receipt, Money amount, LocalDate on) {
    checkAmount(amount);
    checkUnapplied(receipt);
    checkSame(receipt.account(), new AccountKey(receipt.customer(), amount.currency()));
    if (amount.compareTo(receipt.unapplied()) > 0) {
      throw ReceiptTables.notEnough(receipt);
    }
    checkDay(on, receipt.receivedOn(), "the receipt");
  }

  static void checkItem(ItemView item, AccountKey payer, Money amount, LocalDate on) {
    checkAmount(amount);
    checkSame(item.account(), payer);
    checkSame(item.account(), new AccountKey(item.customer(), amount.currency()));
    if (item.open().isZero()) {
      throw new RuleViolation(
          "item.already-settled", "Nothing is open of %s.".formatted(item.label()));
    }
    if (amount.compareTo(item.open()) > 0) {
      throw new RuleViolation(
          "item.not-enough",
          Words.sentence(
              "Only %s is open of %s. Allocate no more than that.", item.open(), item.label()));
    }
    checkDay(on, item.issuedOn(), item.label());
  }

  static void checkCredit(ItemView credit, Money amount, LocalDate on) {
    checkAmount(amount);
    checkSame(credit.account(), new AccountKey(credit.customer(), amount.currency()));
    if (!credit.amount().isNegative()) {
      throw new RuleViolation(
          "credit.not-a-credit", "%s is not a credit note.".formatted(credit.label()));
    }
    if (amount.compareTo(credit.open().negated()) > 0) {
      throw new RuleViolation(
          "credit.not-enough",
          Words.sentence(
              "Only %s is left of %s. Apply no more than that.",
              credit.open().negated(), credit.label()));
    }
    checkDay(on, credit.issuedOn(), credit.label());
  }

  static void checkReason(String reason) {
    if (reason.isBlank()) {
      throw new RuleViolation("allocation.reason-missing", "Say why; it is kept for ever.");
    }
  }

  static void checkDay(LocalDate on, LocalDate earliest, String of) {
    if (on.isBefore(earliest)) {
      throw new RuleViolation(
          "allocation.too-early",
          Words.sentence("It cannot count from %s, before %s of %s.", on, of, earliest));
    }
  }

  private static void checkAmount(Money amount) {
    if (!amount.isPositive()) {
      throw new RuleViolation("allocation.nothing", "An allocation has to be more than zero.");
    }
  }

  private static void checkSame(AccountKey one, AccountKey other) {
    if (!one.equals(other)) {
      throw new RuleViolation(
          "allocation.other-account",
          "Money pays items of the same customer and in the same currency only.");
    }
  }
}
