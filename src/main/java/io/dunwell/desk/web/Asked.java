package io.dunwell.desk.web;

import io.dunwell.shared.export.TableFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * How a list was asked for.
 *
 * @param page which page, from 0
 * @param sort a column's name, with a minus for descending
 * @param format {@code xlsx} or {@code csv} for a file of all rows in place of a page
 */
record Asked(@Nullable Integer page, @Nullable String sort, @Nullable String format) {

  int number() {
    return page == null ? 0 : Math.max(page, 0);
  }

  Optional<TableFormat> file() {
    return Stream.of(TableFormat.values())
        .filter(f -> format != null && f.extension().equals(format.toLowerCase(Locale.ROOT)))
        .findFirst();
  }
}
