package io.dunwell.correspondence;

import io.dunwell.documents.DocumentId;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter to be written.
 *
 * @param customer to whom
 * @param currency the account's currency, that of every amount in {@code facts}
 * @param dated its business day
 * @param template one of {@link LetterTemplate#names()}
 * @param language the customer's; a language without texts of ours is written in English
 * @param toAddress the e-mail address, or null when none is known: the letter is then written and
 *     stays in the outbox until mail is sent, which fails it
 * @param facts what it says
 * @param enclosed filed documents that go with it, after the copies of the invoices it names
 * @param by who has it written
 */
public record NewLetter(
    CustomerId customer,
    Currency currency,
    LocalDate dated,
    String template,
    Locale language,
    @Nullable String toAddress,
    LetterFacts facts,
    List<DocumentId> enclosed,
    Actor by) {

  public NewLetter {
    enclosed = List.copyOf(enclosed);
  }

  /** A letter that encloses only the filed copies of the invoices that it names. */
  public NewLetter(
      CustomerId customer,
      Currency currency,
      LocalDate dated,
      String template,
      Locale language,
      @Nullable String toAddress,
      LetterFacts facts,
      Actor by) {
    this(customer, currency, dated, template, language, toAddress, facts, List.of(), by);
  }
}
