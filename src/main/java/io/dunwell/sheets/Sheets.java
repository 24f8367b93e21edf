package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;

/** Opens tables, whatever they are kept in. */
public final class Sheets {

  private static final String ZIP = "504b0304";
  private static final String OLD_EXCEL = "d0cf11e0";
  private static final String PDF = "25504446";

  private Sheets() {}

  /**
   * Opens a CSV file or an Excel workbook; what it is, its first bytes say, not its name.
   *
   * @throws RuleViolation {@code file.…} if it is neither, or is dangerous
   */
  public static Sheet open(Path file, SheetFormat format) throws IOException {
    return switch (start(file)) {
      case "" -> throw new RuleViolation("file.empty", "The file is empty.");
      case ZIP -> XlsxSheet.open(file, format);
      case OLD_EXCEL ->
          throw new RuleViolation(
              "file.old-excel",
              "This is an old or an encrypted Excel file. Save it as .xlsx without a password.");
      case PDF ->
          throw new RuleViolation(
              "file.not-a-table", "This is a PDF. Export the table as CSV or .xlsx.");
      default -> CsvSheet.open(file, format);
    };
  }

  private static String start(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      return HexFormat.of().formatHex(in.readNBytes(4));
    }
  }
}
