package io.dunwell.exchange;

import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.Table;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The rows that were not taken, as a file that can be mended and sent again. */
@Component
class Quarantine {

  private static final int AT_ONCE = 1_000;

  /** Columns that tell which row of which import comes again. */
  static final String IMPORT = "import-id";

  static final String ROW = "import-row";

  private static final List<String> OURS =
      List.of(IMPORT, ROW, "import-field", "import-problem", "import-remedy");

  private final ImportReader reader;

  Quarantine(ImportReader reader) {
    this.reader = reader;
  }

  void write(ImportId id, OutputStream out) throws IOException {
    List<String> titles = reader.titles(id);
    // a mended file that came from here has our columns already
    List<Integer> theirs = new ArrayList<>();
    for (int i = 0; i < titles.size(); i++) {
      if (!OURS.contains(titles.get(i))) {
        theirs.add(i);
      }
    }
    List<Column> columns = new ArrayList<>();
    theirs.forEach(index -> columns.add(Column.text(titles.get(index))));
    OURS.forEach(title -> columns.add(Column.text(title)));
    try (Table table = Table.csv(out, columns)) {
      List<ImportReader.KeptRow> rows = reader.kept(id, 0, AT_ONCE);
      while (!rows.isEmpty()) {
        int last = rows.get(rows.size() - 1).number();
        Map<Integer, List<ImportProblem>> problems =
            reader.stopping(id, rows.get(0).number(), last).stream()
                .collect(Collectors.groupingBy(ImportProblem::row));
        for (ImportReader.KeptRow row : rows) {
          table.row(cells(id, row, theirs, problems.getOrDefault(row.number(), List.of())));
        }
        rows = reader.kept(id, last, AT_ONCE);
      }
    }
  }

  private static @Nullable Object[] cells(
      ImportId id, ImportReader.KeptRow row, List<Integer> theirs, List<ImportProblem> problems) {
    List<@Nullable Object> cells = new ArrayList<>();
    for (int index : theirs) {
      cells.add(index < row.cells().size() ? row.cells().get(index) : null);
    }
    cells.add(id.toString());
    cells.add(String.valueOf(row.number()));
    cells.add(joined(problems.stream().map(p -> p.field() == null ? "" : p.field()).toList()));
    cells.add(joined(problems.stream().map(ImportProblem::code).toList()));
    cells.add(joined(problems.stream().map(ImportProblem::message).toList()));
    return cells.toArray();
  }

  private static String joined(List<String> parts) {
    Set<String> distinct = new java.util.LinkedHashSet<>(parts);
    return distinct.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" | "));
  }
}
