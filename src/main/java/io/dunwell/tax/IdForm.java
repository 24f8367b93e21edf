package io.dunwell.tax;

import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/** What belongs at each place of a number, so that the first that does not fit can be named. */
final class IdForm {

  /** What may stand at a place. */
  enum Place {
    DIGIT("[0-9]", "a digit"),
    LETTER("[A-Z]", "a letter"),
    EITHER("[A-Z0-9]", "a letter or a digit"),
    NO_ZERO("[A-Z1-9]", "a letter or a digit but zero"),
    HOLDER("[ABCEFGHJLKPT]", "one of A B C E F G H J K L P T (what its holder is)");

    private final String pattern;
    private final String words;

    Place(String pattern, String words) {
      this.pattern = pattern;
      this.words = words;
    }
  }

  private final String name;
  private final List<Place> places;

  IdForm(String name, List<Place> places) {
    this.name = name;
    this.places = List.copyOf(places);
  }

  /** What is wrong with the number, as a sentence; nothing if every character is in its place. */
  Optional<String> misfit(String number) {
    if (number.length() != places.size()) {
      return Optional.of(
          "“%s” has %d characters; a %s has %d."
              .formatted(number, number.length(), name, places.size()));
    }
    return IntStream.range(0, places.size())
        .filter(i -> !number.substring(i, i + 1).matches(places.get(i).pattern))
        .mapToObj(
            i ->
                "“%s” is no %s: its character %d is “%s” and should be %s."
                    .formatted(number, name, i + 1, number.charAt(i), places.get(i).words))
        .findFirst();
  }
}
