package io.dunwell.correspondence;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything that a letter says about an account, frozen with it: data only, never evaluated. All
 * amounts are in the letter's one currency.
 *
 * @param addressee whom it addresses
 * @param raised the overdue items that this letter raises, named first
 * @param others the account's other overdue items
 * @param held items, or the held parts of items, that are not asked for today
 * @param notDue items not yet due, for the statement
 * @param credits stand-alone credit notes, their {@code open} negative
 * @param unapplied money received and not yet applied, zero or positive
 * @param fee what this letter costs the customer, zero or positive
 * @param interest interest charged with this letter, zero or positive
 * @param payBy the day by which payment is asked for, or null for at once
 * @param note a text of a person's own, or null
 */
public record LetterFacts(
    Addressee addressee,
    List<LetterLine> raised,
    List<LetterLine> others,
    List<LetterLine> held,
    List<LetterLine> notDue,
    List<LetterLine> credits,
    Money unapplied,
    Money fee,
    Money interest,
    @Nullable LocalDate payBy,
    @Nullable Note note) {

  public LetterFacts {
    raised = List.copyOf(raised);
    others = List.copyOf(others);
    held = List.copyOf(held);
    notDue = List.copyOf(notDue);
    credits = List.copyOf(credits);
  }

  /**
   * A text of a person's own.
   *
   * @param subject the subject line
   * @param text plain text, paragraphs parted by empty lines
   */
  public record Note(String subject, String text) {}

  /** Facts that ask for these items and mention nothing else. */
  public static LetterFacts of(Addressee addressee, List<LetterLine> raised, Currency currency) {
    Money zero = Money.zero(currency);
    List<LetterLine> none = List.of();
    return new LetterFacts(addressee, raised, none, none, none, none, zero, zero, zero, null, null);
  }

  /** What is overdue and asked for, before charges, credits and unapplied money. */
  public Money overdue() {
    return sum(Stream.concat(raised.stream(), others.stream()));
  }

  /** What the customer is asked to pay: overdue plus charges less credits and unapplied money. */
  public Money totalDue() {
    return overdue().plus(fee).plus(interest).plus(sum(credits.stream())).minus(unapplied);
  }

  /** The account's whole balance as the statement ends with it. */
  public Money balance() {
    return totalDue().plus(sum(Stream.concat(held.stream(), notDue.stream())));
  }

  /** The number of the document that it names first, or nothing. */
  String firstNumber() {
    return Stream.concat(raised.stream(), credits.stream())
        .map(LetterLine::number)
        .findFirst()
        .orElse("");
  }

  Currency currency() {
    return unapplied.currency();
  }

  Money sum(Stream<LetterLine> lines) {
    return lines.map(LetterLine::open).reduce(Money.zero(currency()), Money::plus);
  }
}
