package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Sheet;
import io.dunwell.sheets.SheetRow;
import io.dunwell.sheets.Sheets;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A file that was looked through once by a profile and can be read row by row. */
final class MappedFile {

  /** The file's rows below the titles. */
  static final class Rows implements AutoCloseable {

    private final Sheet sheet;
    private final Mapping mapping;

    private Rows(Sheet sheet, Mapping mapping) {
      this.sheet = sheet;
      this.mapping = mapping;
    }

    @Nullable RowCells next() throws IOException {
      SheetRow row = sheet.next();
      return row == null ? null : new RowCells(row, mapping);
    }

    @Override
    public void close() throws IOException {
      sheet.close();
    }
  }

  private final Path file;
  private final Mapping mapping;
  private final int rows;
  private final @Nullable ProofArchive archive;

  private MappedFile(Path file, Mapping mapping, int rows, @Nullable ProofArchive archive) {
    this.archive = archive;
    this.file = file;
    this.mapping = mapping;
    this.rows = rows;
  }

  /**
   * Looks through the whole file without reading its values yet.
   *
   * @param told the order of day and month, if a person said so
   * @throws RuleViolation {@code file.…}, {@code column.…} or {@code date.…} if it cannot be read
   */
  static MappedFile scan(Path file, Profile profile, @Nullable DateOrder told) throws IOException {
    return scan(file, profile, told, null);
  }

  /** Looks through the index of an archive. */
  static MappedFile scan(
      Path file, Profile profile, @Nullable DateOrder told, @Nullable ProofArchive archive)
      throws IOException {
    try (Sheet sheet = Sheets.open(file, profile.format().sheetFormat())) {
      Mapping mapping = new Mapping(profile, titles(sheet, profile.format().titlesRow()));
      int rows = 0;
      for (SheetRow row = sheet.next(); row != null; row = sheet.next()) {
        mapping.observe(row);
        rows++;
      }
      mapping.decide(told);
      return new MappedFile(file, mapping, rows, archive);
    }
  }

  /** The archive that this is the index of, if it is one. */
  @Nullable ProofArchive archive() {
    return archive;
  }

  Mapping mapping() {
    return mapping;
  }

  /** How many rows there are below the titles. */
  int size() {
    return rows;
  }

  Rows open() throws IOException {
    ProfileFormat format = mapping.profile().format();
    Sheet sheet = Sheets.open(file, format.sheetFormat());
    titles(sheet, format.titlesRow());
    return new Rows(sheet, mapping);
  }

  private static List<String> titles(Sheet sheet, int titlesRow) throws IOException {
    if (titlesRow == 0) {
      return List.of();
    }
    SheetRow row = sheet.next();
    while (row != null && row.number() < titlesRow) {
      row = sheet.next();
    }
    if (row == null) {
      throw new RuleViolation("file.empty", "The file has no row of titles.");
    }
    return row.texts();
  }
}
