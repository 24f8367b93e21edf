package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.dunwell.sheets.SheetFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file writes its rows. Everything may be left out.
 *
 * @param encoding for example {@code ISO-8859-1}; found out if left out
 * @param delimiter one character, or {@code tab}; found out if left out
 * @param quote around cells; a double quote if left out
 * @param sheet of a workbook; the first visible one if left out
 * @param headerRow the row that holds the titles, 1 if left out; 0 if there are none
 * @param dates patterns such as {@code M/d/yyyy}; if left out, only what cannot be misread is taken
 * @param decimal the decimal sign, a dot if left out
 * @param grouping the sign between thousands (or lakhs), if any; a comma if both are left out
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ProfileFormat(
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String sheet,
    @Nullable Integer headerRow,
    List<String> dates,
    @Nullable String decimal,
    @Nullable String grouping) {

  static final ProfileFormat DETECTED =
      new ProfileFormat(null, null, null, null, null, List.of(), null, null);

  // what a written profile leaves out arrives here as null
  @SuppressWarnings("NullableProblems")
  public ProfileFormat {
    dates = dates == null ? List.of() : List.copyOf(dates);
  }

  SheetFormat sheetFormat() {
    return new SheetFormat(encoding, delimiter, quote, sheet);
  }

  int titlesRow() {
    return headerRow == null ? 1 : headerRow;
  }
}
