package io.dunwell.receipts;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.TableCopy;
import io.dunwell.shared.Words;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts, and what is unapplied of each as a projection of the ledger. */
@Component
class ReceiptTables {

  private static final String COLUMNS =
      "receipts.receipt (id, customer, currency, amount, received_on, reference, source_key,"
          + " unapplied, moved_on, recorded_by)";

  private static final String MOVE =
      """
      update receipts.receipt
      set unapplied = unapplied + :amount, moved_on = greatest(moved_on, :on)
      where id = :id
      returning :on < moved_on
      """;

  private static final String OVERDRAWN =
      """
      select exists (
        select 1 from (
          select sum(sum(amount)) over (order by effective_on) as balance
          from ledger.v_amount
          where account = 'UNAPPLIED_CASH' and customer = :customer and currency = :currency
            and item = :id
          group by effective_on) b
        where b.balance > 0)
      """;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  ReceiptTables(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  void add(List<Booking> bookings, Actor by) {
    try {
      TableCopy.into(template, COLUMNS, bookings, (booking, row) -> write(booking, by, row));
    } catch (DuplicateKeyException e) {
      throw differs();
    }
  }

  ReceiptView view(ReceiptId id) {
    return jdbc.sql("select * from receipts.v_receipt where id = :id")
        .param("id", id.value())
        .query(ReceiptTables::view)
        .optional()
        .orElseThrow(() -> new RuleViolation("receipt.unknown", "There is no receipt " + id + "."));
  }

  Map<String, ReceiptView> bySourceKeys(Collection<String> keys) {
    return jdbc
        .sql("select * from receipts.v_receipt where source_key = any(cast(:keys as text[]))")
        .param("keys", keys.toArray(String[]::new))
        .query(ReceiptTables::view)
        .stream()
        .collect(Collectors.toMap(ReceiptView::sourceKey, each -> each));
  }

  List<ReceiptView> ofCustomer(CustomerId customer, int limit, long offset) {
    return jdbc.sql(
            "select * from receipts.v_receipt where customer = :customer"
                + " order by received_on desc, number desc limit :limit offset :offset")
        .param("customer", customer.value())
        .param("limit", limit)
        .param("offset", offset)
        .query(ReceiptTables::view)
        .list();
  }

  long countOf(CustomerId customer) {
    return jdbc.sql("select count(*) from receipts.receipt where customer = :customer")
        .param("customer", customer.value())
        .query(Long.class)
        .single();
  }

  /**
   * Changes what is unapplied from that day on.
   *
   * @throws RuleViolation {@code receipt.not-enough} if less than nothing were left on any day
   */
  void move(ReceiptView receipt, Money amount, LocalDate on) {
    try {
      boolean datedBack =
          jdbc.sql(MOVE)
              .param("id", receipt.id().value())
              .param("amount", amount.amount())
              .param("on", on)
              .query(Boolean.class)
              .single();
      if (datedBack && overdrawn(receipt)) {
        throw notEnough(receipt);
      }
    } catch (DataIntegrityViolationException e) {
      throw notEnough(receipt);
    }
  }

  void cancel(ReceiptView receipt, LocalDate on) {
    jdbc.sql(
            "update receipts.receipt set unapplied = 0, cancelled_on = :on,"
                + " moved_on = greatest(moved_on, :on) where id = :id")
        .param("id", receipt.id().value())
        .param("on", on)
        .update();
  }

  static RuleViolation notEnough(ReceiptView receipt) {
    return new RuleViolation(
        "receipt.not-enough",
        Words.sentence(
            "Only %s of %s is unapplied on that day or a later one. Allocate less.",
            receipt.unapplied(), receipt.label()));
  }

  static RuleViolation differs() {
    return new RuleViolation(
        "receipt.differs",
        "A receipt with this source key was booked with another customer, amount or day."
            + " Cancel that one, or use another key.");
  }

  private boolean overdrawn(ReceiptView receipt) {
    return jdbc.sql(OVERDRAWN)
        .param("customer", receipt.customer().value())
        .param("currency", receipt.amount().currency().getCurrencyCode())
        .param("id", receipt.id().value())
        .query(Boolean.class)
        .single();
  }

  private static void write(Booking booking, Actor by, TableCopy.Row row) {
    NewReceipt receipt = booking.receipt();
    row.add(booking.id().value())
        .add(receipt.customer().value())
        .add(receipt.amount().currency().getCurrencyCode())
        .add(receipt.amount().amount())
        .add(receipt.receivedOn())
        .add(receipt.reference())
        .add(receipt.sourceKey())
        .add(booking.unapplied().amount())
        .add(booking.movedOn())
        .add(by.name());
  }

  private static ReceiptView view(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new ReceiptView(
        new ReceiptId(row.getObject("id", UUID.class)),
        row.getString("label"),
        new CustomerId(row.getObject("customer", UUID.class)),
        new Money(row.getBigDecimal("amount"), currency),
        new Money(row.getBigDecimal("unapplied"), currency),
        row.getObject("received_on", LocalDate.class),
        row.getString("reference"),
        row.getString("source_key"),
        row.getObject("cancelled_on", LocalDate.class));
  }
}
