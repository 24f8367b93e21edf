package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Cell;
import io.dunwell.sheets.SheetRow;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/** Where in the rows of one file the fields of a profile stand. */
final class Layout {

  private final List<String> titles;
  private final Map<ProfileField, Integer> columns = new EnumMap<>(ProfileField.class);

  /**
   * @param titles the row of titles as it stands in the file; empty if there is none
   * @throws RuleViolation {@code column.missing}, {@code column.twice}
   */
  Layout(Profile profile, List<String> titles) {
    this.titles = titles;
    List<String> known = titles.stream().map(Layout::plain).toList();
    List<String> missing = new ArrayList<>();
    profile
        .columns()
        .forEach(
            (field, column) -> {
              int index = index(column.column(), known);
              if (index >= 0) {
                columns.put(field, index);
              } else if (!column.optional()) {
                missing.add(column.column());
              }
            });
    if (!missing.isEmpty()) {
      missing.sort(null);
      throw new RuleViolation(
          "column.missing",
          "The file has no column %s. Its columns are: %s. Choose another profile or correct it."
              .formatted(String.join(", ", missing), String.join(", ", titles)));
    }
  }

  List<String> titles() {
    return titles;
  }

  boolean has(ProfileField field) {
    return columns.containsKey(field);
  }

  /** The field's cell, or null if the file has no column for it. */
  Cell cell(SheetRow row, ProfileField field) {
    Integer column = columns.get(field);
    return column == null ? Cell.EMPTY : Objects.requireNonNull(row.cell(column));
  }

  private static int index(String column, List<String> known) {
    if (column.matches("#\\d{1,4}")) {
      return Integer.parseInt(column.substring(1)) - 1;
    }
    int first = known.indexOf(plain(column));
    if (first >= 0 && first != known.lastIndexOf(plain(column))) {
      throw new RuleViolation(
          "column.twice",
          "Two columns are titled %s. Rename one, or say which by its number, for example #%d."
              .formatted(column, first + 1));
    }
    return first;
  }

  private static String plain(String title) {
    return title.replace('\uFEFF', ' ').strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
  }
}
