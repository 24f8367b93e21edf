package io.dunwell.sheets;

import org.jspecify.annotations.Nullable;

/**
 * How a file is to be read, where it does not say so itself.
 *
 * @param encoding of a text file, for example {@code ISO-8859-1}; null to find out
 * @param delimiter between the cells of a text file, one character; null to find out
 * @param quote around the cells of a text file; null for the double quote
 * @param sheet name of the sheet in a workbook; null for the first visible one
 */
public record SheetFormat(
    @Nullable String encoding,
    @Nullable String delimiter,
    @Nullable String quote,
    @Nullable String sheet) {

  /** Everything is found out from the file. */
  public static final SheetFormat DETECTED = new SheetFormat(null, null, null, null);
}
