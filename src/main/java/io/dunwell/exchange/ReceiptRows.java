package io.dunwell.exchange;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads rows that are receipts, and counts twins so that each keeps a key of its own. */
final class ReceiptRows {

  private final Map<String, Integer> occurrences = new HashMap<>();

  @Nullable ReceiptRow read(RowCells row) {
    String customer = row.text(ProfileField.CUSTOMER_NUMBER);
    LocalDate receivedOn = row.date(ProfileField.RECEIVED_ON);
    Currency currency = row.currency();
    Money amount = currency == null ? null : row.amount(ProfileField.AMOUNT, currency);
    String reference = row.text(ProfileField.REFERENCE);
    String invoices = row.text(ProfileField.INVOICE_NUMBER);
    String number = row.text(ProfileField.RECEIPT_NUMBER);
    row.require(ProfileField.CUSTOMER_NUMBER, customer);
    row.require(ProfileField.RECEIVED_ON, receivedOn);
    row.require(ProfileField.CURRENCY, currency);
    row.require(ProfileField.AMOUNT, currency == null ? "unread" : amount);
    if (amount != null && !amount.isPositive()) {
      row.wrong(
          ProfileField.AMOUNT,
          "amount.not-positive",
          "Money that came in is more than zero; take a receipt back where it is booked.");
    }
    if (row.wrong() || customer == null || receivedOn == null || amount == null) {
      return null;
    }
    String content =
        String.join(
            "|",
            customer,
            receivedOn.toString(),
            amount.toString(),
            String.valueOf(reference),
            String.valueOf(invoices));
    return new ReceiptRow(
        row.number(),
        customer,
        amount,
        receivedOn,
        reference,
        numbers(invoices == null ? reference : invoices),
        invoices != null,
        number == null ? twinKey(content) : "import:receipt:" + customer + ":" + number);
  }

  /** The second of two equal rows is another receipt; the same file again has the same two. */
  private String twinKey(String content) {
    int occurrence = occurrences.merge(content, 1, Integer::sum);
    return "import:receipt:%s#%d".formatted(content, occurrence);
  }

  private static List<String> numbers(@Nullable String text) {
    return text == null
        ? List.of()
        : Arrays.stream(text.split("[,;\\s]+")).filter(word -> !word.isEmpty()).distinct().toList();
  }
}
