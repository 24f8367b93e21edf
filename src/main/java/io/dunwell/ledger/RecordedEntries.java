package io.dunwell.ledger;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What the ledger says already: an act has one entry, and its key means nothing else. */
@Component
class RecordedEntries {

  private static final String HEADS =
      "select seq, key, reason, effective_on, reverses from ledger.entry where ";

  private static final String POSTINGS =
      "select entry, account, customer, item, amount, currency from ledger.posting"
          + " where entry = any(?) order by entry, line";

  private final JdbcClient jdbc;

  RecordedEntries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * The numbers of those of the entries that were there before, by key.
   *
   * @param fresh the keys of those that have just been written
   * @throws RuleViolation {@code entry.key-used-otherwise} if one has another content than before
   */
  Map<String, Long> same(List<Entry> entries, Set<String> fresh) {
    Map<String, Entry> told = new HashMap<>();
    for (Entry entry : entries) {
      Entry before = told.putIfAbsent(entry.key(), entry);
      if (before != null) {
        refuseUnless(sameContent(before, entry), entry);
      }
    }
    told.keySet().removeAll(fresh);
    return told.isEmpty() ? Map.of() : numbersOf(told);
  }

  private Map<String, Long> numbersOf(Map<String, Entry> told) {
    List<Head> heads = heads("key = any(?)", (Object) told.keySet().toArray(String[]::new));
    Map<Long, List<Posting>> postings = postingsOf(heads);
    Map<String, Long> numbers = new HashMap<>();
    for (Head head : heads) {
      Entry entry = Objects.requireNonNull(told.get(head.key()));
      boolean same =
          head.effectiveOn().equals(entry.effectiveOn())
              && Objects.equals(head.reverses(), entry.reverses())
              && sorted(postings.getOrDefault(head.seq(), List.of()))
                  .equals(sorted(entry.postings()));
      refuseUnless(same, entry);
      numbers.put(head.key(), head.seq());
    }
    return numbers;
  }

  /**
   * What takes the entry with that key back.
   *
   * @throws RuleViolation {@code entry.unknown}, {@code entry.already-reversed}
   */
  Entry reversalOf(String key, String newKey, LocalDate effectiveOn, Actor by) {
    List<Head> found = heads("key = ?", key);
    if (found.isEmpty()) {
      throw new RuleViolation("entry.unknown", "The ledger has no entry " + key + ".");
    }
    Head reversed = found.get(0);
    for (Head before : heads("reverses = ?", reversed.seq())) {
      if (!before.key().equals(newKey)) {
        throw new RuleViolation(
            "entry.already-reversed", "This was taken back before, by " + before.key() + ".");
      }
    }
    List<Posting> postings =
        postingsOf(found).getOrDefault(reversed.seq(), List.of()).stream()
            .map(Posting::negated)
            .toList();
    return new Entry(
        newKey, "Reversal: " + reversed.reason(), effectiveOn, by, postings, reversed.seq());
  }

  private List<Head> heads(String which, Object param) {
    return jdbc.sql(HEADS + which).param(param).query(Head.class).list();
  }

  private Map<Long, List<Posting>> postingsOf(List<Head> heads) {
    Map<Long, List<Posting>> postings = new HashMap<>();
    jdbc.sql(POSTINGS)
        .param(heads.stream().map(Head::seq).toArray(Long[]::new))
        .query(
            row -> {
              postings
                  .computeIfAbsent(row.getLong("entry"), entry -> new ArrayList<>())
                  .add(Entries.posting(row));
            });
    return postings;
  }

  private static boolean sameContent(Entry one, Entry other) {
    return one.effectiveOn().equals(other.effectiveOn())
        && Objects.equals(one.reverses(), other.reverses())
        && sorted(one.postings()).equals(sorted(other.postings()));
  }

  private static List<Posting> sorted(List<Posting> postings) {
    return postings.stream().sorted(Comparator.comparing(Posting::toString)).toList();
  }

  private static void refuseUnless(boolean same, Entry entry) {
    if (!same) {
      throw new RuleViolation(
          "entry.key-used-otherwise",
          "The ledger has an entry %s with another day or other amounts. Record this act under a"
                  .formatted(entry.key())
              + " key of its own, or reverse that one.");
    }
  }

  private record Head(
      long seq, String key, String reason, LocalDate effectiveOn, @Nullable Long reverses) {}
}
