package io.dunwell.receivables;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * One row of an ageing report.
 *
 * @param key the number of the customer or item, the collector, or {@code total}
 * @param customer the customer's number, null where a row is about several
 * @param name the customer's name, null where a row is about several
 * @param dueOn when the item is due, null where a row is not about an open item
 * @param buckets what is overdue, by the query's limits, and what is over the last of them
 * @param unapplied money and credit notes that wait to be applied: zero or negative
 */
public record AgeingRow(
    String key,
    @Nullable String customer,
    @Nullable String name,
    @Nullable LocalDate dueOn,
    Money notDue,
    List<Money> buckets,
    Money unapplied) {

  public AgeingRow {
    buckets = List.copyOf(buckets);
  }

  /** What is owed in all: the sum of the other amounts. */
  public Money total() {
    return overdue().plus(notDue).plus(unapplied);
  }

  /** The sum of the buckets. */
  public Money overdue() {
    return buckets.stream().reduce(Money.zero(notDue.currency()), Money::plus);
  }

  AgeingRow plus(AgeingRow other) {
    return new AgeingRow(
        key,
        customer,
        name,
        dueOn,
        notDue.plus(other.notDue),
        IntStream.range(0, buckets.size())
            .mapToObj(i -> buckets.get(i).plus(other.buckets.get(i)))
            .toList(),
        unapplied.plus(other.unapplied));
  }

  AgeingRow converted(UnaryOperator<Money> rate) {
    return new AgeingRow(
        key,
        customer,
        name,
        dueOn,
        rate.apply(notDue),
        buckets.stream().map(rate).toList(),
        rate.apply(unapplied));
  }
}
