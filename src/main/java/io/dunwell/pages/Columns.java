package io.dunwell.pages;

import io.dunwell.shared.Money;
import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.ColumnType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.context.support.MessageSourceAccessor;

/**
 * The columns of a list: what its file shows, and what rows in memory are found and sorted by.
 * Titles are message keys, so that page and file use the same words.
 */
public final class Columns<T> {

  private record Each<T>(
      String key,
      String title,
      ColumnType type,
      @Nullable String words,
      Function<T, ? extends @Nullable Object> cell) {}

  private final String name;
  private final List<Each<T>> columns = new ArrayList<>();

  private Columns(String name) {
    this.name = name;
  }

  /** Columns of a list whose file has that name. */
  public static <T> Columns<T> of(String name) {
    return new Columns<>(name);
  }

  public Columns<T> text(String key, String title, Function<T, ? extends @Nullable Object> cell) {
    return add(key, title, ColumnType.TEXT, null, cell);
  }

  /** A column of constants, which messages that begin with {@code words} put into words. */
  public Columns<T> word(
      String key, String title, String words, Function<T, ? extends @Nullable Object> cell) {
    return add(key, title, ColumnType.TEXT, words, cell);
  }

  public Columns<T> date(String key, String title, Function<T, ? extends @Nullable Object> cell) {
    return add(key, title, ColumnType.DATE, null, cell);
  }

  public Columns<T> amount(String key, String title, Function<T, @Nullable Money> cell) {
    return add(key, title, ColumnType.AMOUNT, null, cell);
  }

  public Columns<T> number(String key, String title, Function<T, ? extends @Nullable Number> cell) {
    return add(key, title, ColumnType.NUMBER, null, cell);
  }

  String name() {
    return name;
  }

  List<Column> titles(MessageSourceAccessor messages) {
    return columns.stream()
        .map(each -> new Column(messages.getMessage(each.title(), each.title()), each.type()))
        .toList();
  }

  @Nullable Object[] cells(T row, MessageSourceAccessor messages) {
    return columns.stream().map(each -> cell(each, row, messages)).toArray();
  }

  /** Whether a cell holds the text, whatever its case. */
  boolean hold(T row, String text, MessageSourceAccessor messages) {
    String wanted = text.toLowerCase(Locale.ROOT);
    for (Object cell : cells(row, messages)) {
      if (cell != null && shown(cell).toLowerCase(Locale.ROOT).contains(wanted)) {
        return true;
      }
    }
    return false;
  }

  /** The cell of that column, null also if there is no such column. */
  @Nullable Object cell(String key, T row, MessageSourceAccessor messages) {
    for (Each<T> each : columns) {
      if (each.key().equals(key)) {
        return cell(each, row, messages);
      }
    }
    return null;
  }

  boolean know(@Nullable String key) {
    return columns.stream().anyMatch(each -> each.key().equals(key));
  }

  private @Nullable Object cell(Each<T> column, T row, MessageSourceAccessor messages) {
    Object cell = column.cell().apply(row);
    return cell == null || column.words() == null
        ? cell
        : messages.getMessage(column.words() + cell, cell.toString());
  }

  private static String shown(Object cell) {
    return cell instanceof Money money ? money.text() : cell.toString();
  }

  private Columns<T> add(
      String key,
      String title,
      ColumnType type,
      @Nullable String words,
      Function<T, ? extends @Nullable Object> cell) {
    columns.add(new Each<>(key, title, type, words, cell));
    return this;
  }
}
