package io.dunwell.correspondence;

import io.dunwell.shared.Money;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Lays a letter's facts out for its templates. */
final class Sheets {

  private static final int MOST_NAMES = 5;

  private final FrozenLetter letter;
  private final LetterFacts facts;
  private final Wording wording;

  private Sheets(FrozenLetter letter, Wording wording) {
    this.letter = letter;
    this.facts = letter.facts();
    this.wording = wording;
  }

  static Sheet of(FrozenLetter letter, Wording wording) {
    return new Sheets(letter, wording).lay();
  }

  private Sheet lay() {
    return new Sheet(
        letter.template().key(),
        letter.currency().getCurrencyCode(),
        wording.date(letter.dated()),
        letter.sender(),
        facts.addressee(),
        salutation(),
        opening(),
        closing(),
        sections(),
        totals(),
        wording.amount(facts.totalDue()),
        payBy(),
        letter.template().isCover() ? List.of() : AgeingStrip.of(facts, wording));
  }

  private String salutation() {
    String attention = facts.addressee().attention();
    return attention == null
        ? wording.text("salutation")
        : wording.text("salutation.named", attention);
  }

  private List<String> opening() {
    LetterFacts.Note note = facts.note();
    if (letter.template() == LetterTemplate.MANUAL) {
      return note == null ? List.of() : paragraphs(note.text());
    }
    List<String> opening = new ArrayList<>(List.of(said("opening")));
    if (note != null) {
      opening.addAll(paragraphs(note.text()));
    }
    return opening;
  }

  private List<String> closing() {
    List<String> closing = new ArrayList<>();
    if (!letter.leftOut().isEmpty()) {
      closing.add(wording.text("enclosures.left-out", leftOut()));
    }
    if (letter.template() != LetterTemplate.MANUAL) {
      closing.add(said("closing"));
    }
    return closing;
  }

  private String leftOut() {
    List<String> names = letter.leftOut();
    String first = String.join(", ", names.subList(0, Math.min(names.size(), MOST_NAMES)));
    return names.size() <= MOST_NAMES
        ? first
        : wording.text("enclosures.more", first, names.size() - MOST_NAMES);
  }

  /** A text of this kind of letter; each may name any of these six facts. */
  private String said(String part) {
    return wording.text(
        letter.template().key() + "." + part,
        wording.amount(facts.overdue()),
        wording.amount(facts.totalDue()),
        payBy(),
        wording.date(letter.dated()),
        wording.amount(facts.balance()),
        facts.firstNumber());
  }

  private static List<String> paragraphs(String text) {
    return Arrays.asList(text.strip().split("\\R\\s*\\R"));
  }

  private String payBy() {
    return facts.payBy() == null
        ? wording.text("pay.at-once")
        : wording.text("pay.by", wording.date(facts.payBy()));
  }

  private List<Sheet.Section> sections() {
    List<Sheet.Section> sections = new ArrayList<>();
    section(sections, raisedAs(), facts.raised());
    section(sections, "others", facts.others());
    section(sections, "held", facts.held());
    section(sections, "not-due", facts.notDue());
    section(sections, "credits", facts.credits());
    return sections;
  }

  private String raisedAs() {
    if (letter.template().isCover()) {
      return "invoiced";
    }
    return letter.template() == LetterTemplate.COURTESY_NOTE ? "due-soon" : "raised";
  }

  private void section(List<Sheet.Section> sections, String kind, List<LetterLine> lines) {
    if (!lines.isEmpty()) {
      Money sum = facts.sum(lines.stream());
      sections.add(
          new Sheet.Section(kind, lines.stream().map(this::row).toList(), wording.plain(sum)));
    }
  }

  private Sheet.Row row(LetterLine line) {
    return new Sheet.Row(
        line.number(),
        wording.date(line.issuedOn()),
        wording.date(line.dueOn()),
        line.daysOverdue() > 0 ? Integer.toString(line.daysOverdue()) : "–",
        wording.plain(line.amount()),
        wording.plain(line.open()),
        line.level() > 0 ? Integer.toString(line.level()) : "–",
        blankToNull(line.remark()));
  }

  private List<Sheet.Total> totals() {
    List<Sheet.Total> totals = new ArrayList<>();
    if (letter.template().isCover()) {
      return totals;
    }
    totals.add(total("total.overdue", facts.overdue()));
    optional(totals, "total.fee", facts.fee());
    optional(totals, "total.interest", facts.interest());
    optional(totals, "total.credits", facts.sum(facts.credits().stream()));
    optional(totals, "total.unapplied", facts.unapplied().negated());
    return totals;
  }

  private void optional(List<Sheet.Total> totals, String key, Money amount) {
    if (!amount.isZero()) {
      totals.add(total(key, amount));
    }
  }

  private Sheet.Total total(String key, Money amount) {
    return new Sheet.Total(wording.text(key), wording.plain(amount));
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
