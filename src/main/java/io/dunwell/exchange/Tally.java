package io.dunwell.exchange;

import io.dunwell.exchange.ImportProblem.Severity;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What became of the rows of one chunk. */
final class Tally {

  /**
   * A row that was not taken.
   *
   * @param reading as it was read, if it waits for a person's decision; else null
   */
  record Kept(RowCells row, @Nullable Object reading) {}

  /** Count and sum of one currency. */
  record Sum(int count, BigDecimal amount) {

    Sum plus(BigDecimal more) {
      return new Sum(count + 1, amount.add(more));
    }
  }

  private final List<ImportProblem> problems = new ArrayList<>();
  private final List<Kept> kept = new ArrayList<>();
  private final Map<Currency, Sum> totals = new LinkedHashMap<>();
  private int accepted;
  private int duplicates;

  void accepted(RowCells row, @Nullable Money amount) {
    accepted++;
    problems.addAll(row.problems());
    if (amount != null) {
      Sum sum = totals.getOrDefault(amount.currency(), new Sum(0, BigDecimal.ZERO));
      totals.put(amount.currency(), sum.plus(amount.amount()));
    }
  }

  /** There already; nothing to say about it. */
  void duplicate() {
    duplicates++;
  }

  /** There twice in the file, which somebody may want to know. */
  void duplicate(RowCells row, ProfileField field, String value, String code, String message) {
    duplicates++;
    problems.add(
        new ImportProblem(row.number(), field.text(), value, code, message, Severity.NOTICE));
  }

  void notice(RowCells row, ProfileField field, String value, String code, String message) {
    problems.add(
        new ImportProblem(row.number(), field.text(), value, code, message, Severity.NOTICE));
  }

  /** Wrong in itself, as its own problems say. */
  void rejected(RowCells row) {
    kept.add(new Kept(row, null));
    problems.addAll(row.problems());
  }

  void rejected(RowCells row, @Nullable ProfileField field, String code, String message) {
    kept.add(new Kept(row, null));
    problems.add(
        new ImportProblem(
            row.number(),
            field == null ? null : field.text(),
            null,
            code,
            message,
            Severity.ERROR));
  }

  /** Other than what is on the books. */
  void conflict(
      RowCells row, Object reading, ProfileField field, String value, String code, String message) {
    kept.add(new Kept(row, reading));
    problems.add(
        new ImportProblem(row.number(), field.text(), value, code, message, Severity.CONFLICT));
  }

  int accepted() {
    return accepted;
  }

  int duplicates() {
    return duplicates;
  }

  List<Kept> kept() {
    return kept;
  }

  List<ImportProblem> problems() {
    return problems;
  }

  Map<Currency, Sum> totals() {
    return totals;
  }
}
