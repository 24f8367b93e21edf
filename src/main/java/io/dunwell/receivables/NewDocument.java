package io.dunwell.receivables;

import io.dunwell.ledger.Account;
import io.dunwell.party.CustomerId;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A document that opens items.
 *
 * @param number its number, unique among all documents
 * @param dueOn when it is due, in one sum; null if the customer's payment terms say when
 * @param total what it asks for or, as a credit note, gives back: positive in either case
 * @param reference the customer's own reference, for example an order number
 * @param source where it comes from, for example {@code billing} or {@code import:ibm}
 * @param terms when it is due in place of what is agreed with the customer; null for that
 * @param shares how the total splits over accounts; empty for all on the one of its kind
 */
public record NewDocument(
    CustomerId customer,
    DocumentKind kind,
    String number,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    Money total,
    @Nullable String reference,
    String source,
    @Nullable PaymentTerms terms,
    List<Share> shares) {

  /** A document due as agreed with the customer, all of it on the account of its kind. */
  public NewDocument(
      CustomerId customer,
      DocumentKind kind,
      String number,
      LocalDate issuedOn,
      @Nullable LocalDate dueOn,
      Money total,
      @Nullable String reference,
      String source) {
    this(customer, kind, number, issuedOn, dueOn, total, reference, source, null, List.of());
  }

  /**
   * A part of the total.
   *
   * @param account where it goes
   * @param amount with the sign of the total; negative for what lowers it
   */
  public record Share(Account account, Money amount) {}

  /**
   * @throws RuleViolation {@code document.number-missing} or {@code document.nothing-to-claim}
   * @throws IllegalArgumentException if the shares do not add up to the total
   */
  public NewDocument {
    shares = List.copyOf(shares);
    if (number.isBlank()) {
      throw new RuleViolation("document.number-missing", "A document needs a number.");
    }
    if (!total.isPositive()) {
      throw new RuleViolation(
          "document.nothing-to-claim",
          "Document %s has to be about more than zero; give a credit note its amount without sign."
              .formatted(number));
    }
    Money sum =
        shares.stream().map(Share::amount).reduce(Money.zero(total.currency()), Money::plus);
    if (!shares.isEmpty() && !sum.equals(total)) {
      throw new IllegalArgumentException(shares + " is not " + total);
    }
  }

  AccountKey account() {
    return new AccountKey(customer, total.currency());
  }
}
