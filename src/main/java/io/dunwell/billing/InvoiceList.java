package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds billing documents by whatever people know of them. */
@Component
class InvoiceList {

  private static final String FROM =
      """
      from billing.invoice i join party.v_customer c on c.id = i.customer
      where (cast(:status as text) is null or i.status = :status)
        and (cast(:kind as text) is null or i.kind = :kind)
        and (cast(:customer as uuid) is null or i.customer = :customer)
        and (cast(:run as uuid) is null or i.run = :run)
        and (cast(:number as text) is null or i.number = :number)
        and (cast(:text as text) is null
             or i.number ilike :like or i.po_number ilike :like or i.contract_number ilike :like
             or i.customer in (select f.id from party.v_customer f
                                where f.name ilike :like or f.number ilike :like)
             or cast(i.id as text) = lower(:text)
             or trim_scale(i.total) = cast(:amount as numeric))
      """;

  private static final String COLUMNS =
      """
      select i.id, i.kind, i.status, i.number, i.customer, c.number as customer_number, c.name,
             i.contract_number, i.po_number, i.currency, i.net, i.tax, i.total, i.prepared_by,
             i.prepared_on, i.issued_on, i.due_on,
             (select coalesce(sum(l.net - l.contract_net), 0) from billing.invoice_line l
               where l.invoice = i.id) as deviation
      """;

  private final JdbcClient jdbc;

  InvoiceList(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Page<InvoiceSummary> find(InvoiceQuery query, int page, int size) {
    long total = with("select count(*) " + FROM, query).query(Long.class).single();
    String order =
        " order by i.issued_on desc nulls first, i.number desc, i.prepared_on desc, i.id desc";
    List<InvoiceSummary> content =
        with(COLUMNS + FROM + order + " limit " + size + " offset " + page * (long) size, query)
            .query(InvoiceList::summary)
            .list();
    return new Page<>(content, page, size, total);
  }

  private JdbcClient.StatementSpec with(String sql, InvoiceQuery query) {
    String text = query.text() == null || query.text().isBlank() ? null : query.text().strip();
    CustomerId customer = query.customer();
    return jdbc.sql(sql)
        .param("text", text, Types.VARCHAR)
        .param("like", text == null ? null : "%" + text + "%", Types.VARCHAR)
        .param("amount", amount(text), Types.VARCHAR)
        .param("status", query.status() == null ? null : query.status().name(), Types.VARCHAR)
        .param("kind", query.kind() == null ? null : query.kind().name(), Types.VARCHAR)
        .param("customer", customer == null ? null : customer.value(), Types.OTHER)
        .param("run", query.run(), Types.OTHER)
        .param("number", query.number() == null ? null : query.number().strip(), Types.VARCHAR);
  }

  /** What may be an amount as people type it: grouped or not. */
  private static @Nullable String amount(@Nullable String text) {
    String bare = text == null ? "" : text.replace(",", "").replace("₹", "").strip();
    return bare.matches("\\d{1,15}(\\.\\d{1,4})?") ? bare : null;
  }

  private static InvoiceSummary summary(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new InvoiceSummary(
        new InvoiceId(row.getObject("id", UUID.class)),
        InvoiceKind.valueOf(row.getString("kind")),
        InvoiceStatus.valueOf(row.getString("status")),
        row.getString("number"),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getString("customer_number"),
        row.getString("name"),
        row.getString("contract_number"),
        row.getString("po_number"),
        Money.rounded(row.getBigDecimal("net"), currency),
        Money.rounded(row.getBigDecimal("tax"), currency),
        Money.rounded(row.getBigDecimal("total"), currency),
        Money.rounded(row.getBigDecimal("deviation"), currency),
        row.getString("prepared_by"),
        row.getObject("prepared_on", LocalDate.class),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class));
  }
}
