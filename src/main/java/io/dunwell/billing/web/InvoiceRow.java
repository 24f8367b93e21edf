package io.dunwell.billing.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A billing document in the list; what a credit note gives back is negative. */
record InvoiceRow(
    UUID id,
    String kind,
    String status,
    @Nullable String number,
    UUID customer,
    String customerNumber,
    String customerName,
    @Nullable UUID contract,
    @Nullable String contractNumber,
    @Nullable String poNumber,
    Money net,
    Money tax,
    Money total,
    String preparedBy,
    LocalDate preparedOn,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn) {

  static final Columns<InvoiceRow> COLUMNS =
      Columns.<InvoiceRow>of("invoices")
          .text("number", "billing.number", InvoiceRow::number)
          .word("kind", "billing.kind", "billing.kind.", InvoiceRow::kind)
          .word("status", "billing.status", "billing.status.", InvoiceRow::status)
          .text("customerNumber", "billing.customer.number", InvoiceRow::customerNumber)
          .text("customer", "billing.customer", InvoiceRow::customerName)
          .text("contract", "billing.contract", InvoiceRow::contractNumber)
          .text("po", "billing.po", InvoiceRow::poNumber)
          .date("issued", "billing.issued", InvoiceRow::issuedOn)
          .date("due", "billing.due", InvoiceRow::dueOn)
          .text("currency", "billing.currency", row -> row.total().currency())
          .amount("net", "billing.net", InvoiceRow::net)
          .amount("tax", "billing.tax", InvoiceRow::tax)
          .amount("total", "billing.total", InvoiceRow::total)
          .text("by", "billing.prepared", InvoiceRow::preparedBy);

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "i.number",
          "kind", "i.kind",
          "status", "i.status",
          "customer", "c.name",
          "contract", "i.contract_number",
          "po", "i.po_number",
          "issued", "coalesce(i.issued_on, i.prepared_on)",
          "due", "i.due_on",
          "total", "case i.kind when 'CREDIT_NOTE' then -i.total else i.total end");

  private static final String FOUND =
      """
      (i.number ilike :q or i.po_number ilike :q or i.contract_number ilike :q
       or i.customer in (select f.id from party.v_customer f
                          where f.name ilike :q or f.number ilike :q) %s)""";

  static Query query(Map<String, String> params) {
    Query query =
        Query.select(
                "i.id, i.kind, i.status, i.number, i.customer, c.number as customer_number, c.name,"
                    + " i.contract, i.contract_number, i.po_number, i.currency, i.net, i.tax, i.total,"
                    + " i.prepared_by, i.prepared_on, i.issued_on, i.due_on",
                "billing.v_invoice i join party.v_customer c on c.id = i.customer")
            .where("i.status = :status", "status", params.get("status"))
            .where("i.kind = :kind", "kind", params.get("kind"))
            .sortedBy(SORTS, "-issued", "i.id desc");
    return found(query, params.getOrDefault("q", "").strip());
  }

  /** An amount may be typed with its commas; customers are looked for once, not on each row. */
  private static Query found(Query query, String q) {
    if (q.isEmpty()) {
      return query;
    }
    boolean amount = q.matches("[\\d,]+(\\.\\d+)?");
    return query
        .where(FOUND.formatted(amount ? "or cast(trim_scale(i.total) as text) like :q" : ""))
        .with("q", Query.containing(amount ? plain(q) : q));
  }

  private static String plain(String amount) {
    return new BigDecimal(amount.replace(",", "")).stripTrailingZeros().toPlainString();
  }

  static InvoiceRow read(ResultSet row, int index) throws SQLException {
    return new InvoiceRow(
        row.getObject("id", UUID.class),
        row.getString("kind"),
        row.getString("status"),
        row.getString("number"),
        row.getObject("customer", UUID.class),
        row.getString("customer_number"),
        row.getString("name"),
        row.getObject("contract", UUID.class),
        row.getString("contract_number"),
        row.getString("po_number"),
        money(row, "net"),
        money(row, "tax"),
        money(row, "total"),
        row.getString("prepared_by"),
        row.getObject("prepared_on", LocalDate.class),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class));
  }

  private static Money money(ResultSet row, String column) throws SQLException {
    Money amount = RowReader.money(row, column);
    return row.getString("kind").equals("CREDIT_NOTE") ? amount.negated() : amount;
  }

  /** Whether its amount still counts. */
  public boolean counts() {
    return !status.equals("CANCELLED") && !status.equals("WITHDRAWN");
  }
}
