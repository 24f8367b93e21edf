package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.Reader;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Finds out what separates the cells: whatever cuts the first rows into equally many cells. */
final class Delimiter {

  private static final String CANDIDATES = ",;\t|";
  private static final int SAMPLE = 1 << 16;
  private static final int ROWS = 50;

  private Delimiter() {}

  static char of(Path file, TextEncoding encoding, char quote) throws IOException {
    char[] sample = new char[SAMPLE];
    int length = 0;
    try (Reader in = encoding.open(file)) {
      int read = in.read(sample, 0, SAMPLE);
      while (read > 0) {
        length += read;
        read = in.read(sample, length, SAMPLE - length);
      }
    }
    return of(new String(sample, 0, length), quote);
  }

  static char of(String sample, char quote) throws IOException {
    char best = ',';
    long bestScore = 0;
    for (int i = 0; i < CANDIDATES.length(); i++) {
      char candidate = CANDIDATES.charAt(i);
      long score = score(sample, candidate, quote);
      if (score > bestScore) {
        best = candidate;
        bestScore = score;
      }
    }
    return best;
  }

  private static long score(String sample, char delimiter, char quote) throws IOException {
    List<Integer> widths = widths(sample, delimiter, quote);
    if (widths.isEmpty() || widths.get(0) < 2) {
      return 0;
    }
    long alike = widths.stream().filter(widths.get(0)::equals).count();
    return 1000 * alike / widths.size() + Math.min(widths.get(0), 100);
  }

  private static List<Integer> widths(String sample, char delimiter, char quote)
      throws IOException {
    CsvParser parser = new CsvParser(new StringReader(sample), delimiter, quote);
    List<Integer> widths = new ArrayList<>();
    try {
      List<String> cells = parser.next();
      while (cells != null && widths.size() < ROWS) {
        if (cells.size() > 1 || !cells.get(0).isBlank()) {
          widths.add(cells.size());
        }
        cells = parser.next();
      }
    } catch (RuleViolation cutOff) {
      return widths; // the sample ends inside a quoted cell
    }
    return widths;
  }
}
