package io.dunwell.billing.web;

import io.dunwell.billing.RegisterEntry;
import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What was delivered on a contract and no issued invoice bills, as the unbilled register has it.
 *
 * @param invoice the draft or submitted invoice that it is on; null if on none
 */
record OpenLineRow(RegisterEntry entry, @Nullable UUID invoice) {

  static final Columns<OpenLineRow> COLUMNS =
      Columns.<OpenLineRow>of("to-be-billed")
          .text("delivery", "billing.delivery", row -> row.entry().deliveryNumber())
          .date("delivered", "billing.delivered", row -> row.entry().deliveredOn())
          .text("item", "billing.item", row -> row.entry().item())
          .number("quantity", "billing.quantity", row -> row.entry().quantity())
          .amount("value", "billing.value", row -> row.entry().value())
          .word("cause", "billing.cause", "billing.cause.", row -> row.entry().cause());

  private static final String ON =
      """
      case when u.cause in ('IN_DRAFT', 'IN_APPROVAL') then (
        select i.id from billing.billable_item b
        join billing.billed_item x on x.billable_item = b.id and x.living
        join billing.invoice_line l on l.id = x.line
        join billing.v_invoice i on i.id = l.invoice and i.number is null
        where b.root = u.root limit 1) end as invoice""";

  /** Those of a contract in a register, the oldest first. */
  static Query of(UUID contract, UUID register) {
    return Query.select("u.*, " + ON, "billing.v_register_line u")
        .where("u.register = :register")
        .with("register", register)
        .where("u.contract = :on", "on", contract)
        .sortedBy(Map.of("delivered", "u.delivered_on"), "delivered", "u.delivery_number, u.item");
  }

  static OpenLineRow read(ResultSet row, int n) throws SQLException {
    return new OpenLineRow(RegisterEntry.read(row), row.getObject("invoice", UUID.class));
  }
}
