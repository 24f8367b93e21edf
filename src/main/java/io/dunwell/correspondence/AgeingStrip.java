package io.dunwell.correspondence;

import io.dunwell.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The account's balance by age, added up from the very lines that the letter shows. */
final class AgeingStrip {

  private static final int[] LIMITS = {0, 30, 60, 90, 120};

  private AgeingStrip() {}

  static List<Sheet.Total> of(LetterFacts facts, Wording wording) {
    Money[] buckets = new Money[LIMITS.length + 1];
    java.util.Arrays.fill(buckets, Money.zero(facts.currency()));
    Stream.of(facts.raised(), facts.others(), facts.held(), facts.notDue())
        .flatMap(List::stream)
        .forEach(line -> add(buckets, line.daysOverdue(), line.open()));
    add(buckets, 0, facts.fee().plus(facts.interest()));
    Money waiting = facts.sum(facts.credits().stream()).minus(facts.unapplied());
    List<Sheet.Total> strip = new ArrayList<>();
    for (int i = 0; i < buckets.length; i++) {
      strip.add(new Sheet.Total(label(i, wording), wording.plain(buckets[i])));
    }
    strip.add(new Sheet.Total(wording.text("ageing.unapplied"), wording.plain(waiting)));
    strip.add(new Sheet.Total(wording.text("ageing.total"), wording.plain(facts.balance())));
    return strip;
  }

  private static void add(Money[] buckets, int days, Money amount) {
    int bucket = 0;
    while (bucket < LIMITS.length && days > LIMITS[bucket]) {
      bucket++;
    }
    buckets[bucket] = buckets[bucket].plus(amount);
  }

  private static String label(int bucket, Wording wording) {
    if (bucket == 0) {
      return wording.text("ageing.notDue");
    }
    String from = Integer.toString(LIMITS[bucket - 1] + 1);
    if (bucket == LIMITS.length) {
      return wording.text("ageing.over", Integer.toString(LIMITS[bucket - 1]));
    }
    return wording.text("ageing.range", from, Integer.toString(LIMITS[bucket]));
  }
}
