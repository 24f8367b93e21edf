package io.dunwell.exchange;

import io.dunwell.exchange.ImportProblem.Severity;
import io.dunwell.shared.CurrencyCode;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.shared.export.Formulas;
import io.dunwell.sheets.Cell;
import io.dunwell.sheets.CellKind;
import io.dunwell.sheets.SheetRow;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** One row seen through a profile: its fields, and what is wrong with them. */
final class RowCells {

  /** A row in quarantine. */
  record Resent(UUID id, int number) {}

  private final SheetRow row;
  private final Mapping mapping;
  private final List<ImportProblem> problems = new ArrayList<>(0);

  RowCells(SheetRow row, Mapping mapping) {
    this.row = row;
    this.mapping = mapping;
  }

  int number() {
    return row.number();
  }

  /** The whole row as it stands in the file; what no database can keep is replaced. */
  List<String> texts() {
    return row.texts().stream().map(text -> text.replace('\u0000', '\uFFFD')).toList();
  }

  /** Which row in quarantine this one is sent in place of, if it is. */
  Optional<Resent> resent() {
    int importColumn = mapping.layout().titles().indexOf(Quarantine.IMPORT);
    int rowColumn = mapping.layout().titles().indexOf(Quarantine.ROW);
    if (importColumn < 0 || rowColumn < 0) {
      return Optional.empty();
    }
    String id = row.cell(importColumn).text().strip();
    String number = row.cell(rowColumn).text().strip();
    return id.matches("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") && number.matches("\\d{1,9}")
        ? Optional.of(new Resent(UUID.fromString(id), Integer.parseInt(number)))
        : Optional.empty();
  }

  List<ImportProblem> problems() {
    return problems;
  }

  boolean wrong() {
    return problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
  }

  /** The field as text, null if it is empty and has no default; problems are written down. */
  @Nullable String text(ProfileField field) {
    Cell cell = cell(field);
    return cell == null ? null : checked(field, cell, () -> transformed(field, words(field, cell)));
  }

  @Nullable LocalDate date(ProfileField field) {
    Cell cell = cell(field);
    return cell == null ? null : checked(field, cell, () -> mapping.dates(field).read(cell));
  }

  @Nullable Money amount(ProfileField field, Currency currency) {
    Cell cell = cell(field);
    if (cell == null) {
      return null;
    }
    Amounts amounts = mapping.amounts(field);
    Money amount = checked(field, cell, () -> amounts.read(cell, currency));
    if (amount != null && amounts.rounds(cell, amount)) {
      problem(
          field,
          cell.text(),
          "amount.rounded",
          Words.sentence("The amount is finer than its currency and was rounded to %s.", amount),
          Severity.NOTICE);
    }
    return amount;
  }

  /** A number in no currency: a quantity, a percentage. */
  @Nullable BigDecimal number(ProfileField field) {
    Cell cell = cell(field);
    return cell == null ? null : checked(field, cell, () -> mapping.amounts(field).exact(cell));
  }

  /** One of some words, in any case; null if the field is empty or says something else. */
  <E extends Enum<E>> @Nullable E word(ProfileField field, Class<E> words) {
    return word(field, words, Map.of());
  }

  /**
   * {@link #word(ProfileField, Class)}.
   *
   * @param also other names of some, in capitals with underscores
   */
  <E extends Enum<E>> @Nullable E word(ProfileField field, Class<E> words, Map<String, E> also) {
    String text = text(field);
    if (text == null) {
      return null;
    }
    String name = text.strip().toUpperCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    for (E word : words.getEnumConstants()) {
      if (word.name().equals(name)) {
        return word;
      }
    }
    E other = also.get(name);
    if (other != null) {
      return other;
    }
    String known =
        Arrays.stream(words.getEnumConstants()).map(Words::of).collect(Collectors.joining(", "));
    wrong(field, "word.unknown", "Write one of: " + known + ".");
    return null;
  }

  /** Whether the field says yes, in one of the usual ways. */
  boolean yes(ProfileField field) {
    String text = text(field);
    return text != null && text.strip().toLowerCase(Locale.ROOT).matches("y|yes|true|1|x");
  }

  @Nullable Currency currency() {
    Cell cell = cell(ProfileField.CURRENCY);
    return cell == null
        ? null
        : checked(ProfileField.CURRENCY, cell, () -> CurrencyCode.read("currency", cell.text()));
  }

  /** Writes down that a field that is needed is empty, unless something worse was said of it. */
  void require(ProfileField field, @Nullable Object value) {
    boolean said = problems.stream().anyMatch(each -> field.text().equals(each.field()));
    if (value == null && !said) {
      wrong(field, "field.missing", "The field %s is empty.".formatted(field.text()));
    }
  }

  void wrong(ProfileField field, String code, String message) {
    problem(field, mapping.layout().cell(row, field).text(), code, message, Severity.ERROR);
  }

  /** Writes down what was left out or read in a certain way; the row counts nevertheless. */
  void notice(ProfileField field, String code, String message) {
    problem(field, mapping.layout().cell(row, field).text(), code, message, Severity.NOTICE);
  }

  private @Nullable Cell cell(ProfileField field) {
    Cell cell = restored(mapping.layout().cell(row, field));
    if (!cell.text().isBlank()) {
      return cell;
    }
    String otherwise = mapping.profile().defaults().get(field);
    return otherwise == null ? null : new Cell(CellKind.TEXT, otherwise);
  }

  private static Cell restored(Cell cell) {
    return cell.text().startsWith("'")
        ? new Cell(cell.kind(), Formulas.restored(cell.text()))
        : cell;
  }

  private String words(ProfileField field, Cell cell) {
    if (field.type() != ProfileField.Type.IDENTIFIER) {
      return cell.text().strip();
    }
    String identifier = Identifiers.read(cell);
    if (Identifiers.looksLikeFloat(cell)) {
      problem(
          field,
          cell.text(),
          "identifier.read-as-number",
          "A spreadsheet has made a number of this; it was read as %s.".formatted(identifier),
          Severity.NOTICE);
    }
    return identifier;
  }

  private String transformed(ProfileField field, String text) {
    ProfileColumn column = mapping.profile().columns().get(field);
    return column == null ? text : Transform.apply(column.transform(), text);
  }

  private <T> @Nullable T checked(
      ProfileField field, Cell cell, java.util.function.Supplier<T> reading) {
    try {
      BrokenCells.refuse(cell);
      return reading.get();
    } catch (RuleViolation refusal) {
      problem(field, cell.text(), refusal.code(), refusal.sentence(), Severity.ERROR);
      return null;
    }
  }

  private void problem(
      ProfileField field, String value, String code, String message, Severity severity) {
    String shown = value.replace("\u0000", "\uFFFD");
    String shortened = shown.length() > 200 ? shown.substring(0, 200) + "…" : shown;
    problems.add(new ImportProblem(row.number(), field.text(), shortened, code, message, severity));
  }

  /** The day count that the row's terms stand for, or null if it has none or an unknown code. */
  @Nullable Integer termsDays() {
    String terms = text(ProfileField.TERMS);
    return terms == null ? null : Terms.days(terms, mapping.profile().terms());
  }

  Map<String, Profile.PaidStatus> statusWords() {
    return mapping.statusWords();
  }
}
