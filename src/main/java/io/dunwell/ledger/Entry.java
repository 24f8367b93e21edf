package io.dunwell.ledger;

import io.dunwell.shared.Actor;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A balanced set of postings that one act causes.
 *
 * @param key the act, for example {@code invoice-issued:<id>}; an act is recorded once, however
 *     often it is told
 * @param reason what a person reads
 * @param effectiveOn the day it counts from
 * @param by whose act it is
 * @param postings two or more, which sum to zero in each currency
 * @param reverses the entry that this one takes back, if it is a reversal
 */
public record Entry(
    String key,
    String reason,
    LocalDate effectiveOn,
    Actor by,
    List<Posting> postings,
    @Nullable Long reverses) {

  /**
   * @throws IllegalArgumentException if the postings do not sum to zero in each currency, or there
   *     are none
   */
  public Entry {
    postings = List.copyOf(postings);
    if (key.isBlank()) {
      throw new IllegalArgumentException("An entry needs the key of its act");
    }
    if (postings.isEmpty() || !balanced(postings)) {
      throw new IllegalArgumentException("Entry " + key + " does not balance: " + postings);
    }
  }

  /** An entry that reverses nothing. */
  public static Entry of(
      String key, String reason, LocalDate effectiveOn, Actor by, Posting... postings) {
    return new Entry(key, reason, effectiveOn, by, List.of(postings), null);
  }

  private static boolean balanced(List<Posting> postings) {
    if (postings.size() == 2) {
      return postings.get(0).amount().equals(postings.get(1).amount().negated());
    }
    Map<String, BigDecimal> sums = new HashMap<>();
    for (Posting posting : postings) {
      String currency = posting.amount().currency().getCurrencyCode();
      sums.merge(currency, posting.amount().amount(), BigDecimal::add);
    }
    return sums.values().stream().allMatch(sum -> sum.signum() == 0);
  }
}
