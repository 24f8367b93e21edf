package io.dunwell.pages;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The part of a list that a page shows; {@code list} for the building blocks of the templates.
 *
 * @param name of the list, empty for the main one of a page
 * @param page which page, from 0
 * @param total how many rows there are on all pages
 * @param sort the key of the column that it is sorted by, with a minus for descending, or empty
 * @param q what was looked for, or empty
 */
public record Listed<T>(
    String name, List<T> rows, int page, int size, long total, String sort, String q) {

  public Listed {
    rows = List.copyOf(rows);
  }

  /** The part of a list that was asked for and found. */
  public static <T> Listed<T> of(Asked asked, List<T> rows, long total, @Nullable String sort) {
    return new Listed<>(
        asked.list(), rows, asked.page(), asked.size(), total, sort == null ? "" : sort, asked.q());
  }

  /** What the request calls that parameter of this list. */
  public String param(String parameter) {
    return name.isEmpty() ? parameter : name + "." + parameter;
  }

  /** What {@code aria-sort} says about that column, null if the list is not sorted by it. */
  public @Nullable String sorted(String key) {
    if (key.equals(sort)) {
      return "ascending";
    }
    return ("-" + key).equals(sort) ? "descending" : null;
  }

  /** The number of the last page, from 0. */
  public long last() {
    return total == 0 ? 0 : (total - 1) / size;
  }

  public boolean isEmpty() {
    return total == 0;
  }
}
