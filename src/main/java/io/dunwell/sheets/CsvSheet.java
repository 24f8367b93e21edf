package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

final class CsvSheet implements Sheet {

  private final Reader in;
  private final CsvParser parser;

  private CsvSheet(Reader in, char delimiter, char quote) {
    this.in = in;
    this.parser = new CsvParser(in, delimiter, quote);
  }

  static CsvSheet open(Path file, SheetFormat format) throws IOException {
    TextEncoding encoding = TextEncoding.of(file, format.encoding());
    char quote = one(format.quote(), '"');
    try {
      char delimiter =
          format.delimiter() == null
              ? Delimiter.of(file, encoding, quote)
              : one(format.delimiter(), ',');
      return new CsvSheet(encoding.open(file), delimiter, quote);
    } catch (CharacterCodingException e) {
      throw otherEncoding(1);
    }
  }

  @Override
  public @Nullable SheetRow next() throws IOException {
    try {
      List<String> cells = parser.next();
      while (cells != null) {
        SheetRow row = new SheetRow(parser.row(), cells.stream().map(Cell::ofText).toList());
        if (!row.blank()) {
          return row;
        }
        cells = parser.next();
      }
      return null;
    } catch (CharacterCodingException e) {
      throw otherEncoding(parser.row() + 1);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }

  private static RuleViolation otherEncoding(int row) {
    return new RuleViolation(
        "file.encoding",
        "The file is not in the encoding that the profile names (near row %d).".formatted(row));
  }

  private static char one(@Nullable String text, char otherwise) {
    if (text == null || text.isEmpty()) {
      return otherwise;
    }
    return text.equals("\\t") || text.equalsIgnoreCase("tab") ? '\t' : text.charAt(0);
  }
}
