package io.dunwell.receipts;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was given back or over. */
@Component
class PayoutTables {

  private final JdbcClient jdbc;

  PayoutTables(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  void add(PayoutView payout) {
    jdbc.sql(
            """
            insert into receipts.payout (id, receipt, credit_item, to_receipt, amount, currency,
              effective_on, reason, recorded_by)
            values (:id, :receipt, :credit, :to, :amount, :currency, :on, :reason, :by)
            """)
        .param("id", payout.id())
        .param("receipt", payout.receipt() == null ? null : payout.receipt().value())
        .param("credit", payout.creditItem() == null ? null : payout.creditItem().value())
        .param("to", payout.toReceipt() == null ? null : payout.toReceipt().value())
        .param("amount", payout.amount().amount())
        .param("currency", payout.amount().currency().getCurrencyCode())
        .param("on", payout.effectiveOn())
        .param("reason", payout.reason())
        .param("by", payout.recordedBy())
        .update();
  }

  List<PayoutView> from(ReceiptId receipt) {
    return jdbc.sql("select * from receipts.v_payout where receipt = :id order by recorded_at, id")
        .param("id", receipt.value())
        .query(PayoutTables::view)
        .list();
  }

  /** What brought a receipt over from another customer. */
  Optional<PayoutView> into(ReceiptId receipt) {
    return jdbc.sql("select * from receipts.v_payout where to_receipt = :id")
        .param("id", receipt.value())
        .query(PayoutTables::view)
        .optional();
  }

  void takeBack(UUID id, LocalDate on) {
    jdbc.sql("update receipts.payout set taken_back_on = :on where id = :id")
        .param("on", on)
        .param("id", id)
        .update();
  }

  private static PayoutView view(ResultSet row, int index) throws SQLException {
    UUID credit = row.getObject("credit_item", UUID.class);
    return new PayoutView(
        row.getObject("id", UUID.class),
        receipt(row.getObject("receipt", UUID.class)),
        credit == null ? null : new ItemId(credit),
        receipt(row.getObject("to_receipt", UUID.class)),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        row.getObject("effective_on", LocalDate.class),
        row.getString("reason"),
        row.getObject("taken_back_on", LocalDate.class),
        row.getString("recorded_by"));
  }

  private static @Nullable ReceiptId receipt(@Nullable UUID id) {
    return id == null ? null : new ReceiptId(id);
  }
}
