package io.dunwell.advances.web;

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

/** An advance in the list; see {@link io.dunwell.advances.AdvanceView}. */
record AdvanceRow(
    UUID id,
    String status,
    @Nullable String number,
    UUID customer,
    String customerName,
    String customerNumber,
    UUID contract,
    String contractNumber,
    Money total,
    Money received,
    Money setOff,
    Money left,
    Money unvouchered,
    @Nullable LocalDate issuedOn) {

  static final Columns<AdvanceRow> COLUMNS =
      Columns.<AdvanceRow>of("advances")
          .text("number", "billing.number", AdvanceRow::number)
          .word("status", "billing.status", "billing.status.", AdvanceRow::status)
          .text("customerNumber", "billing.customer.number", AdvanceRow::customerNumber)
          .text("customer", "billing.customer", AdvanceRow::customerName)
          .text("contract", "billing.contract", AdvanceRow::contractNumber)
          .date("issued", "billing.issued", AdvanceRow::issuedOn)
          .text("currency", "billing.currency", row -> row.total().currency())
          .amount("total", "billing.total", AdvanceRow::total)
          .amount("received", "billing.advance.received", AdvanceRow::received)
          .amount("setOff", "billing.advance.setoff", AdvanceRow::setOff)
          .amount("left", "billing.advance.left", AdvanceRow::left);

  private static final String LEFT =
      "case when a.status = 'ISSUED' then a.total - a.credited - a.set_off else 0 end";

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "a.number",
          "status", "a.status",
          "customer", "c.name",
          "contract", "a.contract_number",
          "issued", "coalesce(a.issued_on, a.prepared_on)",
          "total", "a.total",
          "received", "a.received",
          "setOff", "a.set_off",
          "left", LEFT);

  static Query query(Map<String, String> params) {
    return Query.select(
            "a.*, c.name, c.number as customer_number, " + LEFT + " as left_over",
            "billing.v_advance a join party.v_customer c on c.id = a.customer")
        .where("a.status = :status", "status", params.get("status"))
        .where("a.contract_number = :contract", "contract", params.get("contract"))
        .find(
            params.getOrDefault("q", ""),
            "a.number",
            "a.contract_number",
            "c.name",
            "c.number",
            "cast(trim_scale(a.total) as text)")
        .sortedBy(SORTS, "-issued", "a.id desc");
  }

  static AdvanceRow read(ResultSet row, int index) throws SQLException {
    Money received = RowReader.money(row, "received");
    return new AdvanceRow(
        row.getObject("id", UUID.class),
        row.getString("status"),
        row.getString("number"),
        row.getObject("customer", UUID.class),
        row.getString("name"),
        row.getString("customer_number"),
        row.getObject("contract", UUID.class),
        row.getString("contract_number"),
        RowReader.money(row, "total"),
        received,
        RowReader.money(row, "set_off"),
        RowReader.money(row, "left_over"),
        received.minus(RowReader.money(row, "vouchered")),
        row.getObject("issued_on", LocalDate.class));
  }
}
