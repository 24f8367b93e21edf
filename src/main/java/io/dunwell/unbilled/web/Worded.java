package io.dunwell.unbilled.web;

import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A column of constants in SQL, sorted by the words that people read for it. */
final class Worded {

  private Worded() {}

  /** A number in place of each constant, in the order of the words. */
  static <E extends Enum<E>> String order(String column, E[] all, Function<E, String> word) {
    List<E> sorted = Stream.of(all).sorted(Comparator.comparing(word)).toList();
    return IntStream.range(0, sorted.size())
        .mapToObj(n -> "when '%s' then %d".formatted(sorted.get(n), n))
        .collect(Collectors.joining(" ", "case " + column + " ", " end"));
  }
}
