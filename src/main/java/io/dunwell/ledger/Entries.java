package io.dunwell.ledger;

import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The entries of the ledger, for people to read. */
@Service
@Transactional(readOnly = true)
public class Entries {

  private final JdbcClient jdbc;

  Entries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of the entries that fit, the latest first. */
  public Page<EntryView> find(EntryQuery query, int page, int size) {
    Map<String, Object> params = new LinkedHashMap<>();
    String where = where(query, params);
    long total =
        jdbc.sql("select count(*) from ledger.entry e" + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("size", size);
    params.put("offset", (long) page * size);
    List<EntryView> content =
        jdbc.sql(
                "select * from ledger.entry e"
                    + where
                    + " order by seq desc limit :size offset :offset")
            .params(params)
            .query((row, n) -> entry(row))
            .list();
    return new Page<>(withPostings(content), page, size, total);
  }

  /** The accounts are named so that the indexes on them can be used. */
  static String where(EntryQuery query, Map<String, Object> params) {
    List<String> conditions = new ArrayList<>();
    if (query.item() != null) {
      params.put("item", query.item());
      conditions.add(
          "e.seq in (select entry from ledger.posting"
              + " where account = 'RECEIVABLE' and item = :item union all"
              + " select entry from ledger.posting"
              + " where account = 'UNAPPLIED_CASH' and item = :item)");
    }
    if (query.customer() != null) {
      params.put("customer", query.customer());
      conditions.add(
          "e.seq in (select entry from ledger.posting"
              + " where account in ('RECEIVABLE', 'UNAPPLIED_CASH') and customer = :customer)");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private List<EntryView> withPostings(List<EntryView> entries) {
    if (entries.isEmpty()) {
      return entries;
    }
    Map<Long, List<Posting>> postings = new HashMap<>();
    jdbc.sql("select * from ledger.posting where entry in (:entries) order by entry, line")
        .param("entries", entries.stream().map(EntryView::seq).toList())
        .query(
            row -> {
              long entry = row.getLong("entry");
              postings.computeIfAbsent(entry, key -> new ArrayList<>()).add(posting(row));
            });
    return entries.stream().map(entry -> with(entry, postings)).toList();
  }

  private static EntryView with(EntryView entry, Map<Long, List<Posting>> postings) {
    return new EntryView(
        entry.seq(),
        entry.key(),
        entry.reason(),
        entry.effectiveOn(),
        entry.recordedAt(),
        entry.recordedBy(),
        entry.reverses(),
        postings.getOrDefault(entry.seq(), List.of()));
  }

  private static EntryView entry(ResultSet row) throws SQLException {
    return new EntryView(
        row.getLong("seq"),
        row.getString("key"),
        row.getString("reason"),
        row.getObject("effective_on", LocalDate.class),
        row.getTimestamp("recorded_at").toInstant(),
        row.getString("recorded_by"),
        row.getObject("reverses", Long.class),
        List.of());
  }

  static Posting posting(ResultSet row) throws SQLException {
    return new Posting(
        Account.valueOf(row.getString("account")),
        row.getObject("customer", UUID.class),
        row.getObject("item", UUID.class),
        new Money(row.getBigDecimal("amount"), Currency.getInstance(row.getString("currency"))));
  }
}
