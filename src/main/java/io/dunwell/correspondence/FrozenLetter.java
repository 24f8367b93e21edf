package io.dunwell.correspondence;

import java.time.LocalDate;
import java.util.Currency;

/**
 * All that a letter is made of, frozen when it was written: its PDF is printed from this alone.
 *
 * @param template which letter
 * @param language language tag of its texts and formats
 * @param currency that of every amount
 * @param dated its business day
 * @param sender the letterhead of that day
 * @param facts what it says
 */
record FrozenLetter(
    LetterTemplate template,
    String language,
    Currency currency,
    LocalDate dated,
    Letterhead sender,
    LetterFacts facts) {}
