package io.dunwell.receivables;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads open items and documents as they stand. */
@Component
class ItemReader {

  private static final String SUMMARY =
      """
      select d.id, d.number, d.kind, d.customer, d.currency, d.issued_on, d.instalments, d.total,
             d.reference, d.source, min(i.due_on) as due_on, sum(i.open) as open
      from receivables.document d
      join receivables.open_item i on i.document = d.id
      where d.number = any(cast(:numbers as text[]))
      group by d.id
      """;

  private final JdbcClient jdbc;

  ItemReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<ItemView> byIds(Collection<ItemId> ids) {
    return jdbc.sql(
            "select * from receivables.v_open_item where id = any(cast(:ids as uuid[]))"
                + " order by due_on, number, instalment")
        .param("ids", ids.stream().map(ItemId::toString).toArray(String[]::new))
        .query(ItemReader::item)
        .list();
  }

  List<ItemView> ofDocuments(Collection<String> numbers) {
    return jdbc.sql(
            "select * from receivables.v_open_item where number = any(cast(:numbers as text[]))"
                + " order by due_on, number, instalment")
        .param("numbers", numbers.toArray(String[]::new))
        .query(ItemReader::item)
        .list();
  }

  List<ItemView> ofCustomer(CustomerId customer, boolean openOnly) {
    return jdbc.sql(
            "select * from receivables.v_open_item where customer = :customer"
                + (openOnly ? " and open <> 0" : "")
                + " order by due_on, number, instalment")
        .param("customer", customer.value())
        .query(ItemReader::item)
        .list();
  }

  List<DocumentSummary> summaries(Collection<String> numbers) {
    return jdbc.sql(SUMMARY)
        .param("numbers", numbers.toArray(String[]::new))
        .query(ItemReader::summary)
        .list();
  }

  static ItemView item(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new ItemView(
        new ItemId(row.getObject("id", UUID.class)),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("number"),
        row.getString("label"),
        DocumentKind.valueOf(row.getString("kind")),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getInt("instalment"),
        money(row.getBigDecimal("amount"), currency),
        money(row.getBigDecimal("open"), currency),
        row.getObject("settled_on", LocalDate.class),
        row.getString("reference"));
  }

  static Money money(BigDecimal amount, Currency currency) {
    return new Money(amount, currency);
  }

  private static DocumentSummary summary(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new DocumentSummary(
        new DocumentId(row.getObject("id", UUID.class)),
        row.getString("number"),
        DocumentKind.valueOf(row.getString("kind")),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("due_on", LocalDate.class),
        row.getInt("instalments"),
        money(row.getBigDecimal("total"), currency),
        money(row.getBigDecimal("open"), currency),
        row.getString("reference"),
        row.getString("source"));
  }
}
