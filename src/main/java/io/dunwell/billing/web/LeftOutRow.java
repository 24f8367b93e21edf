package io.dunwell.billing.web;

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
 * Something that a billing run left out.
 *
 * @param delivery null for the advance of a contract, as are its day and item, and for a minimum
 *     commitment, whose day ends its month
 * @param value at contract price, null if the contract knew none
 */
record LeftOutRow(
    @Nullable String delivery,
    @Nullable LocalDate deliveredOn,
    @Nullable String item,
    String customer,
    String contract,
    @Nullable Money value,
    String cause,
    String why) {

  static final Columns<LeftOutRow> COLUMNS =
      Columns.<LeftOutRow>of("left-out")
          .text("delivery", "billing.delivery", LeftOutRow::delivery)
          .date("delivered", "billing.delivered", LeftOutRow::deliveredOn)
          .text("item", "billing.item", LeftOutRow::item)
          .text("customer", "billing.customer", LeftOutRow::customer)
          .text("contract", "billing.contract", LeftOutRow::contract)
          .amount("value", "billing.value", LeftOutRow::value)
          .word("cause", "billing.cause", "billing.cause.", LeftOutRow::cause)
          .text("why", "billing.why", LeftOutRow::why);

  private static final Map<String, String> SORTS =
      Map.of(
          "delivery", "o.delivery_number",
          "customer", "o.customer_name",
          "value", "o.value",
          "cause", "o.cause");

  static Query of(UUID run, String q) {
    return Query.select("o.*", "billing.run_left_out o")
        .where("o.run = :run", "run", run)
        .find(q, "o.delivery_number", "o.customer_name", "o.contract_number", "o.item", "o.why")
        .sortedBy(SORTS, "delivery", "o.position");
  }

  static LeftOutRow read(ResultSet row, int n) throws SQLException {
    return new LeftOutRow(
        row.getString("delivery_number"),
        row.getObject("delivered_on", LocalDate.class),
        row.getString("item"),
        RowReader.text(row, "customer_name"),
        RowReader.text(row, "contract_number"),
        RowReader.maybeMoney(row, "value"),
        RowReader.text(row, "cause"),
        RowReader.text(row, "why"));
  }
}
