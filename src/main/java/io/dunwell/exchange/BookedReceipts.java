package io.dunwell.exchange;

import io.dunwell.receipts.ReceiptId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The receipts on the books by the key of their source. */
@Component
class BookedReceipts {

  private static final String CORRECTION = "#";

  /** A receipt on the books. */
  record Booked(Money amount, LocalDate on) {

    boolean same(Money other, @Nullable LocalDate otherOn) {
      return amount.equals(other) && on.equals(otherOn);
    }
  }

  private final JdbcClient jdbc;

  BookedReceipts(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The receipts that stand under a key, as it was booked first or corrected. */
  List<ReceiptId> standing(String key) {
    return jdbc.sql(
            "select id from receipts.v_receipt where cancelled_on is null"
                + " and (source_key = :key or starts_with(source_key, :key || :mark))")
        .param("key", key)
        .param("mark", CORRECTION)
        .query((row, n) -> new ReceiptId(row.getObject(1, UUID.class)))
        .list();
  }

  /** A key that no correction under that key has used yet. */
  String next(String key) {
    Long before =
        jdbc.sql("select count(*) from receipts.v_receipt where starts_with(source_key, :key)")
            .param("key", key + CORRECTION)
            .query(Long.class)
            .single();
    return key + CORRECTION + (before + 1);
  }

  Map<String, Booked> byKeys(Collection<String> keys) {
    Map<String, Booked> booked = new HashMap<>();
    if (keys.isEmpty()) {
      return booked;
    }
    jdbc.sql(
            "select source_key, amount, currency, received_on from receipts.v_receipt"
                + " where source_key = any(cast(:keys as text[]))")
        .param("keys", keys.toArray(String[]::new))
        .query(
            row -> {
              Currency currency = Currency.getInstance(row.getString(3));
              booked.put(
                  row.getString(1),
                  new Booked(
                      new Money(row.getBigDecimal(2), currency),
                      row.getObject(4, LocalDate.class)));
            });
    return booked;
  }
}
