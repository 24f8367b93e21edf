package io.dunwell.contracts.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line in the list of contracts.
 *
 * @param billingRule as {@link io.dunwell.contracts.BillingRule} names it
 */
record ContractRow(
    UUID id,
    String number,
    int version,
    String customerNumber,
    String customerName,
    String title,
    String currency,
    String billingRule,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    @Nullable String purchaseOrder,
    String owner,
    boolean proofRequired) {

  static final Columns<ContractRow> COLUMNS =
      Columns.<ContractRow>of("contracts")
          .text("number", "contracts.number", ContractRow::number)
          .number("version", "contracts.version", ContractRow::version)
          .text("customer", "contracts.customer.number", ContractRow::customerNumber)
          .text("name", "contracts.customer", ContractRow::customerName)
          .text("title", "contracts.what", ContractRow::title)
          .text("currency", "contracts.currency", ContractRow::currency)
          .word("rule", "contracts.rule", "contracts.rule.", ContractRow::billingRule)
          .date("from", "contracts.from", ContractRow::validFrom)
          .date("until", "contracts.until", ContractRow::validUntil)
          .text("po", "contracts.po", ContractRow::purchaseOrder)
          .text("owner", "contracts.owner", ContractRow::owner);

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "v.number",
          "customer", "lower(c.name)",
          "title", "lower(v.title)",
          "rule", "v.billing_rule",
          "until", "v.valid_until",
          "po", "v.po_number",
          "owner", "v.owner");

  static Query on(LocalDate day, String q) {
    return Query.select(
            "v.*, c.number customer_number, c.name customer_name",
            "contracts.v_contract_on(:today) v join party.v_customer c on c.id = v.customer")
        .with("today", day)
        .find(q, "v.number", "v.title", "v.po_number", "c.number", "c.name")
        .sortedBy(SORTS, "number", "v.number");
  }

  static ContractRow read(ResultSet row, int n) throws SQLException {
    return new ContractRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "number"),
        row.getInt("version"),
        RowReader.text(row, "customer_number"),
        RowReader.text(row, "customer_name"),
        RowReader.text(row, "title"),
        RowReader.text(row, "currency"),
        RowReader.text(row, "billing_rule"),
        RowReader.day(row, "valid_from"),
        RowReader.maybeDay(row, "valid_until"),
        RowReader.maybeText(row, "po_number"),
        RowReader.text(row, "owner"),
        row.getBoolean("proof_required"));
  }
}
