package io.dunwell.correspondence;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Objects;

/**
 * All that a letter is made of, frozen when it was written: its PDF is printed from this alone.
 *
 * @param template which letter
 * @param language language tag of its texts and formats
 * @param currency that of every amount
 * @param dated its business day
 * @param sender the letterhead of that day
 * @param facts what it says
 * @param leftOut the names of the files that belong to it and are too many or too large for a mail
 */
record FrozenLetter(
    LetterTemplate template,
    String language,
    Currency currency,
    LocalDate dated,
    Letterhead sender,
    LetterFacts facts,
    @JsonInclude(JsonInclude.Include.NON_EMPTY) List<String> leftOut) {

  FrozenLetter {
    // letters of earlier versions come back from the books without it
    leftOut = List.copyOf(Objects.requireNonNullElse(leftOut, List.of()));
  }

  FrozenLetter(
      LetterTemplate template,
      String language,
      Currency currency,
      LocalDate dated,
      Letterhead sender,
      LetterFacts facts) {
    this(template, language, currency, dated, sender, facts, List.of());
  }
}
