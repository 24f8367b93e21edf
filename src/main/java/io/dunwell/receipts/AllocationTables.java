package io.dunwell.receipts;

import io.dunwell.receivables.ItemId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.TableCopy;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Allocations and their reversals: both only grow. */
@Component
class AllocationTables {

  private static final String COLUMNS =
      "receipts.allocation (id, receipt, credit_item, item, amount, currency, effective_on, reason,"
          + " recorded_by)";

  private static final String REVERSE =
      """
      insert into receipts.allocation_reversal (allocation, effective_on, reason, recorded_by)
      values (:allocation, :on, :reason, :by)
      """;

  private static final String REOPENED =
      """
      select a.item, max(r.effective_on) as reopened_on
      from receipts.allocation_reversal r
      join receipts.allocation a on a.id = r.allocation
      where a.item = any(cast(:items as uuid[]))
      group by a.item
      """;

  private final JdbcTemplate template;
  private final JdbcClient jdbc;

  AllocationTables(JdbcTemplate template, JdbcClient jdbc) {
    this.template = template;
    this.jdbc = jdbc;
  }

  void add(List<Allocation> allocations, Actor by) {
    TableCopy.into(template, COLUMNS, allocations, (allocation, row) -> write(allocation, by, row));
  }

  void reverse(AllocationId id, LocalDate on, String reason, Actor by) {
    try {
      jdbc.sql(REVERSE)
          .param("allocation", id.value())
          .param("on", on)
          .param("reason", reason)
          .param("by", by.name())
          .update();
    } catch (DuplicateKeyException e) {
      throw new RuleViolation(
          "allocation.already-reversed", "This allocation has already been taken back.");
    }
  }

  AllocationView view(AllocationId id) {
    return jdbc.sql("select * from receipts.v_allocation where id = :id")
        .param("id", id.value())
        .query(AllocationTables::view)
        .optional()
        .orElseThrow(
            () -> new RuleViolation("allocation.unknown", "There is no allocation " + id + "."));
  }

  List<AllocationView> ofReceipt(ReceiptId receipt) {
    return jdbc.sql(
            "select * from receipts.v_allocation where receipt = :id order by recorded_at, id")
        .param("id", receipt.value())
        .query(AllocationTables::view)
        .list();
  }

  /** Also those by which a credit note was used up. */
  List<AllocationView> ofItems(Collection<ItemId> items) {
    return jdbc.sql(
            """
            select * from receipts.v_allocation
            where item = any(cast(:items as uuid[])) or credit_item = any(cast(:items as uuid[]))
            order by recorded_at, id
            """)
        .param("items", items.stream().map(ItemId::toString).toArray(String[]::new))
        .query(AllocationTables::view)
        .list();
  }

  /** For items of which something was taken back, the last day of that. */
  Map<ItemId, LocalDate> reopened(Collection<ItemId> items) {
    Map<ItemId, LocalDate> days = new HashMap<>();
    if (!items.isEmpty()) {
      jdbc.sql(REOPENED)
          .param("items", items.stream().map(ItemId::toString).toArray(String[]::new))
          .query(
              row -> {
                days.put(
                    new ItemId(row.getObject("item", UUID.class)),
                    row.getObject("reopened_on", LocalDate.class));
              });
    }
    return days;
  }

  /**
   * The last day on which something was given back to the receipt, or that day if none is later.
   */
  LocalDate refilledOn(ReceiptId receipt, LocalDate day) {
    return jdbc.sql(
            "select greatest(max(reversed_on), cast(:day as date)) from receipts.v_allocation"
                + " where receipt = :receipt")
        .param("receipt", receipt.value())
        .param("day", day)
        .query(LocalDate.class)
        .single();
  }

  private static void write(Allocation allocation, Actor by, TableCopy.Row row) {
    ReceiptId receipt = allocation.receipt();
    ItemId credit = allocation.creditId();
    row.add(allocation.id().value())
        .add(receipt == null ? null : receipt.value())
        .add(credit == null ? null : credit.value())
        .add(allocation.item().id().value())
        .add(allocation.amount().amount())
        .add(allocation.amount().currency().getCurrencyCode())
        .add(allocation.on())
        .add(allocation.reason())
        .add(by.name());
  }

  private static AllocationView view(ResultSet row, int index) throws SQLException {
    UUID receipt = row.getObject("receipt", UUID.class);
    return new AllocationView(
        new AllocationId(row.getObject("id", UUID.class)),
        receipt == null ? null : new ReceiptId(receipt),
        item(row.getObject("credit_item", UUID.class)),
        new ItemId(row.getObject("item", UUID.class)),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))),
        row.getObject("effective_on", LocalDate.class),
        row.getString("reason"),
        row.getObject("reversed_on", LocalDate.class),
        row.getString("reversed_because"),
        row.getString("recorded_by"));
  }

  private static @Nullable ItemId item(@Nullable UUID id) {
    return id == null ? null : new ItemId(id);
  }
}
