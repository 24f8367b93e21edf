package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Service;

/** Reads ledgers of the past without booking anything. */
@Service
public class HistoricLedgers {

  private final Profiles profiles;

  HistoricLedgers(Profiles profiles) {
    this.profiles = profiles;
  }

  /**
   * Reads a file as an import of kind {@code ledger} would.
   *
   * @param profile a profile's name, looked up in the books of the calling thread
   * @throws RuleViolation {@code profile.unknown}, {@code file.…}, {@code column.…}, {@code date.…}
   */
  public HistoricLedger read(Path file, String profile) {
    Profile mapping = profiles.get(profile).profile();
    ProfileCheck.needFields(mapping, ImportKind.LEDGER);
    try {
      return read(MappedFile.scan(file, mapping, null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static HistoricLedger read(MappedFile file) throws IOException {
    LedgerRows reader = new LedgerRows(file.mapping(), ImportKind.LEDGER);
    List<HistoricRow> rows = new ArrayList<>();
    List<ImportProblem> problems = new ArrayList<>();
    Map<String, Integer> numbers = new HashMap<>();
    try (MappedFile.Rows cells = file.open()) {
      for (RowCells row = cells.next(); row != null; row = cells.next()) {
        HistoricRow read = reader.read(row);
        Integer before =
            read == null ? null : numbers.putIfAbsent(read.invoiceNumber(), read.row());
        if (read != null && before == null) {
          rows.add(read);
        } else if (before != null) {
          row.wrong(
              ProfileField.INVOICE_NUMBER,
              "invoice.twice-in-file",
              "Row %d has this invoice number already; this row is left out.".formatted(before));
        }
        problems.addAll(row.problems());
      }
    }
    return new HistoricLedger(rows, problems);
  }
}
