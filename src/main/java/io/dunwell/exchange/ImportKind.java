package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dunwell.shared.RuleViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** What the rows of a file are. */
public enum ImportKind {
  /** Invoices and, where a row says so, the receipt that settled each. */
  LEDGER,
  /** Invoices; whatever a row says about their settlement is left aside. */
  INVOICES,
  /** Money that came in. */
  RECEIPTS,
  /** Customers with their contacts, address and terms. */
  CUSTOMERS;

  /** The fields that every row of this kind needs, from a column or as a default. */
  public List<ProfileField> required() {
    return switch (this) {
      case LEDGER, INVOICES ->
          List.of(
              ProfileField.CUSTOMER_NUMBER,
              ProfileField.INVOICE_NUMBER,
              ProfileField.INVOICED_ON,
              ProfileField.AMOUNT,
              ProfileField.CURRENCY);
      case RECEIPTS ->
          List.of(
              ProfileField.CUSTOMER_NUMBER,
              ProfileField.RECEIVED_ON,
              ProfileField.AMOUNT,
              ProfileField.CURRENCY);
      case CUSTOMERS -> List.of(ProfileField.CUSTOMER_NUMBER, ProfileField.CUSTOMER_NAME);
    };
  }

  /**
   * The kind of that word.
   *
   * @throws RuleViolation {@code import.kind-unknown}
   */
  @JsonCreator
  public static ImportKind of(String text) {
    return Arrays.stream(values())
        .filter(kind -> kind.text().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "import.kind-unknown",
                    "There is no kind %s; use ledger, invoices, receipts or customers."
                        .formatted(text)));
  }

  /** The word for it in profiles and addresses, for example {@code ledger}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }
}
