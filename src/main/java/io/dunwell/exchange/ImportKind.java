package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import io.dunwell.shared.RuleViolation;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the rows of a file are. */
public enum ImportKind {
  /** Invoices and, where a row says so, the receipt that settled each. */
  LEDGER,
  /** Invoices; whatever a row says about their settlement is left aside. */
  INVOICES,
  /** Money that came in. */
  RECEIPTS,
  /** Customers with their contacts, address and terms. */
  CUSTOMERS,
  /** Contracts, without their prices. */
  CONTRACTS,
  /** Prices of contracts; those that are new become an amendment of their contract. */
  PRICE_LINES,
  /** Deliveries, a row for each line; the rows of one delivery stand together. */
  DELIVERIES,
  /** What came back of deliveries, a row for each line. */
  RETURNS,
  /** A ZIP archive of proofs with an index that says which delivery each one proves. */
  PROOFS;

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
      case CONTRACTS ->
          List.of(
              ProfileField.CONTRACT_NUMBER,
              ProfileField.CUSTOMER_NUMBER,
              ProfileField.TITLE,
              ProfileField.VALID_FROM,
              ProfileField.BILLING_RULE,
              ProfileField.OWNER,
              ProfileField.PLACE_OF_SUPPLY);
      case PRICE_LINES ->
          List.of(ProfileField.CONTRACT_NUMBER, ProfileField.ITEM, ProfileField.PRICES);
      case DELIVERIES ->
          List.of(
              ProfileField.DELIVERY_NUMBER,
              ProfileField.CONTRACT_NUMBER,
              ProfileField.DELIVERED_ON,
              ProfileField.ITEM,
              ProfileField.QUANTITY);
      case RETURNS ->
          List.of(
              ProfileField.DELIVERY_NUMBER,
              ProfileField.QUANTITY,
              ProfileField.RETURNED_ON,
              ProfileField.REASON);
      case PROOFS -> List.of(ProfileField.DELIVERY_NUMBER, ProfileField.FILE_NAME);
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
                    "There is no kind %s; use %s.".formatted(text, words())));
  }

  /** The word for it in profiles and addresses, for example {@code ledger}. */
  @JsonValue
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The words of all kinds, for a sentence. */
  static String words() {
    return Arrays.stream(values()).map(ImportKind::text).collect(Collectors.joining(", "));
  }
}
