package io.dunwell.shared;

import java.util.List;
import java.util.function.Function;

/**
 * A page of a longer list, as the API answers it.
 *
 * @param content what is on the page
 * @param page its number, from 0
 * @param size how many a page holds
 * @param total how many there are on all pages
 */
public record Page<T>(List<T> content, int page, int size, long total) {

  public Page {
    content = List.copyOf(content);
  }

  /** The same page of other things. */
  public <R> Page<R> map(Function<T, R> mapping) {
    return new Page<>(content.stream().map(mapping).toList(), page, size, total);
  }
}
