package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A document that opens items.
 *
 * @param number its number, unique among all documents
 * @param dueOn when it is due, in one sum; null if the customer's payment terms say when
 * @param total what it asks for or, as a credit note, gives back: positive in either case
 * @param reference the customer's own reference, for example an order number
 * @param source where it comes from, for example {@code billing} or {@code import:ibm}
 */
public record NewDocument(
    CustomerId customer,
    DocumentKind kind,
    String number,
    LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    Money total,
    @Nullable String reference,
    String source) {

  /**
   * @throws RuleViolation {@code document.number-missing} or {@code document.nothing-to-claim}
   */
  public NewDocument {
    if (number.isBlank()) {
      throw new RuleViolation("document.number-missing", "A document needs a number.");
    }
    if (!total.isPositive()) {
      throw new RuleViolation(
          "document.nothing-to-claim",
          "Document %s has to be about more than zero; give a credit note its amount without sign."
              .formatted(number));
    }
  }

  AccountKey account() {
    return new AccountKey(customer, total.currency());
  }
}
