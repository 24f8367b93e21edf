package io.dunwell.receivables.web;

import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.PostDated;
import io.dunwell.shared.Money;
import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.Table;
import io.dunwell.shared.export.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes an ageing report as a table of CSV or XLSX. */
class AgeingTable implements AgeingWriter {

  private final Table table;
  private final int limits;
  private final boolean named;
  private final boolean dated;
  private final @Nullable Map<String, PostDated.Row> ahead;

  /**
   * Begins the table.
   *
   * @param ahead what is dated ahead; null for a day that has passed
   */
  AgeingTable(
      OutputStream out, TableFormat format, AgeingQuery query, @Nullable List<PostDated.Row> ahead)
      throws IOException {
    this.ahead = ahead == null ? null : byRow(ahead);
    limits = query.limits().size();
    named = query.by() == AgeingBy.CUSTOMER || query.by() == AgeingBy.ITEM;
    dated = query.by() == AgeingBy.ITEM;
    table = format.open(out, "Ageing " + query.asOf(), columns(query.limits()));
  }

  private static Map<String, PostDated.Row> byRow(List<PostDated.Row> ahead) {
    Map<String, PostDated.Row> rows = new LinkedHashMap<>();
    for (PostDated.Row each : ahead) {
      rows.merge(id(each.key(), each.amount()), each, AgeingTable::sum);
    }
    return rows;
  }

  private static PostDated.Row sum(PostDated.Row one, PostDated.Row other) {
    return new PostDated.Row(
        one.key(), one.customer(), one.name(), one.amount().plus(other.amount()));
  }

  private static String id(String key, Money amount) {
    return amount.currency() + " " + key;
  }

  private @Nullable Money ahead(AgeingRow row) {
    if (ahead == null) {
      return null;
    }
    PostDated.Row found = ahead.remove(id(row.key(), row.notDue()));
    return found == null ? Money.zero(row.notDue().currency()) : found.amount();
  }

  @Override
  public void row(AgeingRow row) throws IOException {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.key());
    if (dated) {
      cells.add(row.customer());
    }
    if (named) {
      cells.add(row.name());
    }
    if (dated) {
      cells.add(row.dueOn());
    }
    cells.add(row.notDue().currency().getCurrencyCode());
    cells.add(row.notDue());
    cells.addAll(row.buckets());
    cells.add(row.unapplied());
    cells.add(row.total());
    cells.add(ahead(row));
    table.row(cells.toArray());
  }

  @Override
  public void end() throws IOException {
    if (ahead != null) {
      for (PostDated.Row each : List.copyOf(ahead.values())) {
        row(nothingElse(each));
      }
    }
    table.close();
  }

  /** The row of whoever owes nothing, but has money on the books that is dated ahead. */
  private AgeingRow nothingElse(PostDated.Row row) {
    Money zero = Money.zero(row.amount().currency());
    return new AgeingRow(
        row.key(),
        row.customer(),
        row.name(),
        null,
        zero,
        Collections.nCopies(limits + 1, zero),
        zero);
  }

  private List<Column> columns(List<Integer> limits) {
    List<Column> columns = new ArrayList<>();
    columns.add(Column.text("key"));
    if (dated) {
      columns.add(Column.text("customer"));
    }
    if (named) {
      columns.add(Column.text("name"));
    }
    if (dated) {
      columns.add(Column.date("dueOn"));
    }
    columns.add(Column.text("currency"));
    columns.add(Column.amount("notDue"));
    int from = 1;
    for (int limit : limits) {
      columns.add(Column.amount("days " + from + "-" + limit));
      from = limit + 1;
    }
    columns.add(Column.amount("days " + from + " and more"));
    columns.add(Column.amount("unapplied"));
    columns.add(Column.amount("total"));
    columns.add(Column.amount("postDated"));
    return columns;
  }
}
