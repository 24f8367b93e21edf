package io.dunwell.receipts.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Money that was given back, or over to another customer, as lists show it.
 *
 * @param from the label of the receipt or credit note that it came from
 * @param fromReceipt null if it came from a credit note
 * @param toReceipt the other customer's receipt that it became, null if it was given back
 */
record PayoutRow(
    String from,
    @Nullable UUID fromReceipt,
    UUID customer,
    String customerNumber,
    String customerName,
    @Nullable UUID toReceipt,
    @Nullable String to,
    @Nullable String toName,
    Money amount,
    LocalDate effectiveOn,
    String reason,
    @Nullable LocalDate takenBackOn,
    String by) {

  static final Columns<PayoutRow> COLUMNS =
      Columns.<PayoutRow>of("refunds-and-transfers")
          .date("effective", "payouts.on", PayoutRow::effectiveOn)
          .word("what", "payouts.what", "payouts.what.", PayoutRow::what)
          .text("from", "payouts.from", PayoutRow::from)
          .text("number", "receipts.customer.number", PayoutRow::customerNumber)
          .text("customer", "customers.name", PayoutRow::customerName)
          .text("to", "payouts.to", PayoutRow::to)
          .text("toName", "payouts.to.name", PayoutRow::toName)
          .text("currency", "customers.currency", row -> row.amount().currency())
          .amount("amount", "receipts.amount", PayoutRow::amount)
          .text("reason", "receipt.reason", PayoutRow::reason)
          .text("by", "receipt.by", PayoutRow::by)
          .date("takenBack", "receipt.takenback", PayoutRow::takenBackOn);

  private static final String FROM =
      "receipts.v_payout p left join receipts.v_receipt r on r.id = p.receipt"
          + " left join receivables.v_open_item k on k.id = p.credit_item"
          + " join party.v_customer c on c.id = coalesce(r.customer, k.customer)"
          + " left join receipts.v_receipt t on t.id = p.to_receipt"
          + " left join party.v_customer d on d.id = t.customer";

  private static final Map<String, String> SORTS =
      Map.of(
          "effective", "p.effective_on",
          "what", "p.to_receipt is not null",
          "from", "coalesce(r.label, k.label)",
          "customer", "c.name",
          "to", "t.label",
          "amount", "p.amount",
          "reason", "p.reason",
          "by", "p.recorded_by");

  static Query all(String q) {
    return Query.select(
            "p.*, coalesce(r.label, k.label) as from_label, c.id as customer,"
                + " c.number as customer_number, c.name as customer_name, t.label as to_label,"
                + " d.name as to_name",
            FROM)
        .find(q, "r.label", "k.label", "t.label", "c.number", "c.name", "d.name", "p.reason")
        .sortedBy(SORTS, "-effective", "p.recorded_at desc, p.id");
  }

  static PayoutRow read(ResultSet row, int n) throws SQLException {
    return new PayoutRow(
        RowReader.text(row, "from_label"),
        RowReader.maybeId(row, "receipt"),
        RowReader.id(row, "customer"),
        RowReader.text(row, "customer_number"),
        RowReader.text(row, "customer_name"),
        RowReader.maybeId(row, "to_receipt"),
        RowReader.maybeText(row, "to_label"),
        RowReader.maybeText(row, "to_name"),
        RowReader.money(row, "amount"),
        RowReader.day(row, "effective_on"),
        RowReader.text(row, "reason"),
        RowReader.maybeDay(row, "taken_back_on"),
        RowReader.text(row, "recorded_by"));
  }

  /** Which of the two it is. */
  public String what() {
    return toReceipt == null ? "refund" : "transfer";
  }
}
