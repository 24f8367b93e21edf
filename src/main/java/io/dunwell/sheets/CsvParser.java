package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.Reader;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Splits text into rows and cells. Quoted cells may hold delimiters, quotes and line breaks. */
final class CsvParser {

  private static final int LONGEST_CELL = 100_000;
  private static final int MOST_CELLS = 2_000;

  private final Reader in;
  private final char delimiter;
  private final char quote;
  private final char[] buffer = new char[1 << 16];
  private final StringBuilder cell = new StringBuilder(64);
  private int at;
  private int filled;
  private int row;

  CsvParser(Reader in, char delimiter, char quote) {
    this.in = in;
    this.delimiter = delimiter;
    this.quote = quote;
  }

  /** The number of the row that {@link #next} gave last. */
  int row() {
    return row;
  }

  /** The next row, or null at the end; an empty line is a row with one empty cell. */
  @Nullable List<String> next() throws IOException {
    int c = read();
    if (c < 0) {
      return null;
    }
    row++;
    List<String> cells = new ArrayList<>();
    while (true) {
      int end = cell(c);
      if (cells.size() == MOST_CELLS) {
        throw new RuleViolation(
            "file.too-many-columns", "Row %d has more than %d cells.".formatted(row, MOST_CELLS));
      }
      cells.add(cell.toString());
      if (end != delimiter) {
        skipLineFeed(end);
        return cells;
      }
      c = read();
    }
  }

  /** Reads a cell that starts with {@code c}; gives what ended it: delimiter, line end or -1. */
  private int cell(int c) throws IOException {
    cell.setLength(0);
    int next = c == quote ? quoted() : c;
    while (next >= 0 && next != delimiter && next != '\n' && next != '\r') {
      append(next);
      next = read();
    }
    return next;
  }

  private int quoted() throws IOException {
    int opened = row;
    while (true) {
      int c = read();
      if (c < 0) {
        throw new RuleViolation(
            "file.quote-open",
            "A quotation mark that opens in row %d is never closed.".formatted(opened));
      }
      if (c == quote) {
        int after = read();
        if (after != quote) {
          return after;
        }
      }
      append(c);
    }
  }

  private void append(int c) {
    if (cell.length() == LONGEST_CELL) {
      throw new RuleViolation(
          "file.cell-too-long",
          "A cell in row %d is longer than %d characters; is a quotation mark missing?"
              .formatted(row, LONGEST_CELL));
    }
    cell.append((char) c);
  }

  private void skipLineFeed(int end) throws IOException {
    if (end == '\r') {
      int c = read();
      if (c >= 0 && c != '\n') {
        at--;
      }
    }
  }

  private int read() throws IOException {
    if (at == filled) {
      filled = in.read(buffer);
      at = 0;
      if (filled <= 0) {
        filled = 0;
        return -1;
      }
    }
    return buffer[at++];
  }
}
