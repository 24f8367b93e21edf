package io.dunwell.receivables.web;

import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.Table;
import io.dunwell.shared.export.TableFormat;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes an ageing report as a table of CSV or XLSX. */
class AgeingTable implements AgeingWriter {

  private final Table table;
  private final boolean named;
  private final boolean dated;

  AgeingTable(OutputStream out, TableFormat format, AgeingQuery query) throws IOException {
    named = query.by() == AgeingBy.CUSTOMER || query.by() == AgeingBy.ITEM;
    dated = query.by() == AgeingBy.ITEM;
    table = format.open(out, "Ageing " + query.asOf(), columns(query.limits()));
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
    table.row(cells.toArray());
  }

  @Override
  public void end() throws IOException {
    table.close();
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
    return columns;
  }
}
