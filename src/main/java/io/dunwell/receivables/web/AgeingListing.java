package io.dunwell.receivables.web;

import io.dunwell.pages.Asked;
import io.dunwell.pages.Columns;
import io.dunwell.pages.Listed;
import io.dunwell.pages.Listing;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingOrder;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.AgeingSlice;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** The ageing report as a list: the database sorts, cuts and adds up. */
final class AgeingListing implements Listing<AgeingRow> {

  private final Ageing ageing;
  private final AgeingQuery query;
  private List<AgeingRow> totals = List.of();

  AgeingListing(Ageing ageing, AgeingQuery query) {
    this.ageing = ageing;
    this.query = query;
  }

  /** The totals of all rows that were found, once a page was read. */
  List<AgeingRow> totals() {
    return totals;
  }

  @Override
  public Columns<AgeingRow> columns() {
    Columns<AgeingRow> columns =
        Columns.<AgeingRow>of("ageing-" + query.asOf())
            .text("key", "ageing.by." + query.by(), AgeingRow::key)
            .text("name", "ageing.name", AgeingRow::name)
            .text("currency", "customers.currency", row -> row.total().currency())
            .amount("notDue", "account.notdue", AgeingRow::notDue);
    List<String> spans = spans(query.limits());
    for (int i = 0; i < spans.size(); i++) {
      int bucket = i;
      columns.amount("b" + i, spans.get(i), row -> row.buckets().get(bucket));
    }
    return columns
        .amount("unapplied", "account.unapplied", AgeingRow::unapplied)
        .amount("total", "account.total", AgeingRow::total);
  }

  @Override
  public Listed<AgeingRow> page(Asked asked) {
    AgeingOrder order = order(asked);
    AgeingSlice slice =
        ageing.slice(query, order, asked.size(), (long) asked.page() * asked.size());
    totals = slice.totals();
    return Listed.of(asked, slice.rows(), slice.count(), order.by());
  }

  @Override
  public void each(Asked asked, Consumer<AgeingRow> reader) {
    ageing.each(query, order(asked), reader);
  }

  private static AgeingOrder order(Asked asked) {
    return new AgeingOrder(asked.sort(), asked.q());
  }

  /** {@code 1–30}, {@code 31–60} …, {@code > 120}. */
  static List<String> spans(List<Integer> limits) {
    List<String> spans = new ArrayList<>();
    int from = 1;
    for (int limit : limits) {
      spans.add(from + "–" + limit);
      from = limit + 1;
    }
    spans.add("> " + (from - 1));
    return spans;
  }
}
