package io.dunwell.billing.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft that was not submitted with the others of its run, and why.
 *
 * @param status what it is by now
 */
record RefusedRow(
    UUID invoice,
    String kind,
    String status,
    String customer,
    @Nullable String contract,
    Money total,
    String why) {

  static final Columns<RefusedRow> COLUMNS =
      Columns.<RefusedRow>of("not-submitted")
          .word("kind", "billing.kind", "billing.kind.", RefusedRow::kind)
          .text("customer", "billing.customer", RefusedRow::customer)
          .text("contract", "billing.contract", RefusedRow::contract)
          .amount("total", "billing.total", RefusedRow::total)
          .text("why", "billing.why", RefusedRow::why)
          .word("status", "billing.status", "billing.status.", RefusedRow::status);

  private static final Map<String, String> SORTS =
      Map.of(
          "kind", "i.kind",
          "customer", "c.name",
          "contract", "i.contract_number",
          "total", "i.total",
          "why", "d.why",
          "status", "i.status");

  /** Those of a submission; of none, if there is no submission. */
  static Query of(@Nullable UUID submission, String q) {
    return Query.select(
            "d.invoice, d.why, i.kind, i.status, i.contract_number, i.currency, i.total, c.name",
            "billing.submission_draft d join billing.v_invoice i on i.id = d.invoice"
                + " join party.v_customer c on c.id = i.customer")
        .where("d.outcome in ('REFUSED', 'FAILED')")
        .where(
            "d.submission = :submission",
            "submission",
            submission == null ? new UUID(0, 0) : submission)
        .find(q, "c.name", "i.contract_number", "d.why")
        .sortedBy(SORTS, "customer", "d.invoice");
  }

  static RefusedRow read(ResultSet row, int n) throws SQLException {
    return new RefusedRow(
        RowReader.id(row, "invoice"),
        RowReader.text(row, "kind"),
        RowReader.text(row, "status"),
        RowReader.text(row, "name"),
        row.getString("contract_number"),
        RowReader.money(row, "total"),
        RowReader.text(row, "why"));
  }
}
