package io.dunwell.billing.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered on a contract and no issued invoice bills.
 *
 * @param quantity what is left of it, without what came back
 * @param status of the draft or submitted invoice that it is on; null if on none
 */
record OpenLineRow(
    UUID delivery,
    String number,
    LocalDate deliveredOn,
    String item,
    BigDecimal quantity,
    @Nullable String status,
    @Nullable UUID invoice) {

  static final Columns<OpenLineRow> COLUMNS =
      Columns.<OpenLineRow>of("to-be-billed")
          .text("delivery", "billing.delivery", OpenLineRow::number)
          .date("delivered", "billing.delivered", OpenLineRow::deliveredOn)
          .text("item", "billing.item", OpenLineRow::item)
          .number("quantity", "billing.quantity", OpenLineRow::quantity)
          .word("status", "billing.status", "billing.status.", OpenLineRow::status);

  private static final String OPEN =
      """
      (select b.contract, b.root, sum(b.quantity) as quantity, max(i.status) as status,
              (array_agg(i.id) filter (where i.id is not null))[1] as invoice
       from billing.billable_item b
       left join billing.billed_item x on x.billable_item = b.id and x.living
       left join billing.invoice_line l on l.id = x.line
       left join billing.v_invoice i on i.id = l.invoice
       where i.number is null
       group by b.contract, b.root having sum(b.quantity) <> 0) r
      join contracts.v_delivery_line d on d.id = r.root""";

  /** Those of a contract, the oldest first. */
  static Query of(UUID contract) {
    return Query.select("r.*, d.delivery, d.delivery_number, d.delivered_on, d.item", OPEN)
        .where("r.contract = :on", "on", contract)
        .sortedBy(Map.of("delivered", "d.delivered_on"), "delivered", "d.id");
  }

  static OpenLineRow read(ResultSet row, int n) throws SQLException {
    return new OpenLineRow(
        RowReader.id(row, "delivery"),
        RowReader.text(row, "delivery_number"),
        RowReader.day(row, "delivered_on"),
        RowReader.text(row, "item"),
        row.getBigDecimal("quantity"),
        row.getString("status"),
        row.getObject("invoice", UUID.class));
  }
}
