package io.dunwell.pages;

import io.dunwell.shared.export.TableFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a list was asked for. Several lists on a page are told apart by their names, which stand
 * before the names of their parameters: {@code holds.sort}.
 *
 * @param list the list's name, empty for the one list of a page, or the main one
 * @param page which page, from 0
 * @param size rows on a page, one of {@link #SIZES}
 * @param sort a column's key, with a minus for descending, or null
 * @param q what to look for, or empty
 * @param file the format, if a file of all rows is asked for in place of a page
 */
public record Asked(
    String list, int page, int size, @Nullable String sort, String q, @Nullable TableFormat file) {

  /** How many rows a page may have. */
  public static final List<Integer> SIZES = List.of(10, 25, 50, 100, 250);

  private static final int MAIN_SIZE = 50;
  private static final int OTHER_SIZE = 10;

  /** The list of that name, empty for the main one, as the request's parameters ask for it. */
  public static Asked of(String list, Map<String, String> params) {
    String before = list.isEmpty() ? "" : list + ".";
    int size = number(params.get(before + "size"));
    return new Asked(
        list,
        Math.max(number(params.get(before + "page")), 0),
        SIZES.contains(size) ? size : list.isEmpty() ? MAIN_SIZE : OTHER_SIZE,
        params.get(before + "sort"),
        params.getOrDefault(before + "q", "").strip(),
        format(params.get(before + "format")));
  }

  /** The sort key without its direction, null if none is asked for. */
  @Nullable String key() {
    return sort == null || !sort.startsWith("-") ? sort : sort.substring(1);
  }

  boolean descending() {
    return sort != null && sort.startsWith("-");
  }

  Asked at(long page) {
    return new Asked(list, (int) page, size, sort, q, file);
  }

  long offset() {
    return (long) page * size;
  }

  private static @Nullable TableFormat format(@Nullable String text) {
    return Stream.of(TableFormat.values())
        .filter(f -> text != null && f.extension().equals(text.toLowerCase(Locale.ROOT)))
        .findFirst()
        .orElse(null);
  }

  private static int number(@Nullable String text) {
    return text == null || !text.matches("\\d{1,6}") ? -1 : Integer.parseInt(text);
  }
}
