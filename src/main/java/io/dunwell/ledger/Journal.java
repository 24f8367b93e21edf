package io.dunwell.ledger;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.TableCopy;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Writes entries into the ledger's tables. */
@Component
class Journal {

  private static final String CLOSED = "DW002";

  private static final String INSERT =
      "insert into ledger.entry (key, reason, effective_on, recorded_by, reverses)"
          + " select * from unnest(?::text[], ?::text[], ?::date[], ?::text[], ?::bigint[])"
          + " on conflict (key) do nothing returning seq, key";

  private static final String POSTING =
      "ledger.posting (entry, line, account, customer, item, amount, currency, effective_on)";

  private final JdbcTemplate jdbc;
  private final RecordedEntries recorded;

  Journal(JdbcTemplate jdbc, RecordedEntries recorded) {
    this.jdbc = jdbc;
    this.recorded = recorded;
  }

  /** What the ledger says about entries: the number of each, and the keys that it did not know. */
  record Written(List<Long> numbers, Set<String> fresh) {}

  Written write(List<Entry> entries) {
    if (entries.isEmpty()) {
      return new Written(List.of(), Set.of());
    }
    try {
      Map<String, Long> numbers = insert(entries);
      Set<String> fresh =
          numbers.size() < entries.size() ? Set.copyOf(numbers.keySet()) : numbers.keySet();
      copyPostings(entries, numbers);
      if (numbers.size() < entries.size()) {
        numbers.putAll(recorded.same(entries, fresh));
      }
      return new Written(
          entries.stream().map(entry -> Objects.requireNonNull(numbers.get(entry.key()))).toList(),
          fresh);
    } catch (DataAccessException e) {
      throw refusalOr(e);
    }
  }

  private Map<String, Long> insert(List<Entry> entries) {
    int size = entries.size();
    String[] keys = new String[size];
    String[] reasons = new String[size];
    String[] days = new String[size];
    String[] actors = new String[size];
    Long[] reverses = new Long[size];
    for (int i = 0; i < size; i++) {
      Entry entry = entries.get(i);
      keys[i] = entry.key();
      reasons[i] = entry.reason();
      days[i] = entry.effectiveOn().toString();
      actors[i] = entry.by().name();
      reverses[i] = entry.reverses();
    }
    Map<String, Long> numbers = new HashMap<>(size * 2);
    jdbc.query(
        INSERT,
        row -> {
          numbers.put(row.getString("key"), row.getLong("seq"));
        },
        keys,
        reasons,
        days,
        actors,
        reverses);
    return numbers;
  }

  private void copyPostings(List<Entry> entries, Map<String, Long> numbers) {
    Map<String, Long> left = new HashMap<>(numbers);
    List<Line> lines = new ArrayList<>(numbers.size() * 2);
    for (Entry entry : entries) {
      Long number = left.remove(entry.key());
      if (number != null) {
        int line = 1;
        for (Posting posting : entry.postings()) {
          lines.add(new Line(number, line++, posting, entry.effectiveOn()));
        }
      }
    }
    if (!lines.isEmpty()) {
      TableCopy.into(jdbc, POSTING, lines, Line::columns);
    }
  }

  private static RuntimeException refusalOr(DataAccessException e) {
    if (e.getMostSpecificCause() instanceof SQLException cause
        && CLOSED.equals(cause.getSQLState())) {
      return new RuleViolation(
          "period.closed",
          "That day lies in a closed month. Choose a day in an open month, or have the month"
              + " reopened.");
    }
    return e;
  }

  /** A posting on its way into the table. */
  private record Line(long entry, int number, Posting posting, LocalDate effectiveOn) {

    void columns(TableCopy.Row row) {
      Money amount = posting.amount();
      row.add(entry).add(number).add(posting.account().name());
      row.add(posting.customer()).add(posting.item()).add(amount.text());
      row.add(amount.currency().getCurrencyCode()).add(effectiveOn);
    }
  }
}
