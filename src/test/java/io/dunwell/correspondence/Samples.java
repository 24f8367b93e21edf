package io.dunwell.correspondence;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Letters to try things with. */
final class Samples {

  static final LocalDate TODAY = LocalDate.of(2026, 3, 16);

  private Samples() {}

  static NewLetter letter(LetterTemplate template, String language, String currency) {
    return letter(template, language, facts(currency, template), "accounts@sharma.example");
  }

  static NewLetter letter(
      LetterTemplate template, String language, LetterFacts facts, @Nullable String to) {
    return new NewLetter(
        new CustomerId(Ids.next()),
        facts.currency(),
        TODAY,
        template.key(),
        Locale.forLanguageTag(language),
        to,
        facts,
        Actor.SYSTEM);
  }

  static LetterFacts facts(String currency, LetterTemplate template) {
    Currency money = Currency.getInstance(currency);
    return new LetterFacts(
        addressee("Sharma & Sons Traders Pvt. Ltd."),
        List.of(
            line("INV-2026-00017", 34, "1234567.80", "1234567.80", money, 4, null),
            line(
                "INV-2026-00031", 31, "86500.00", "40000.00", money, 4, "part-paid on 2 Mar 2026")),
        List.of(line("INV-2026-00044", 6, "12980.50", "12980.50", money, 1, null)),
        List.of(line("INV-2026-00038", 22, "54000.00", "54000.00", money, 2, "Disputed: quantity")),
        List.of(line("INV-2026-00052", -11, "77880.00", "77880.00", money, 0, null)),
        List.of(line("CN-2026-00003", 12, "5000.00", "-5000.00", money, 0, null)),
        Money.of("2500.00", currency),
        Money.of("750.00", currency),
        Money.of("11842.37", currency),
        TODAY.plusDays(7),
        template == LetterTemplate.MANUAL
            ? new LetterFacts.Note("Our call of today", "As agreed on the phone.\n\nThank you.")
            : null);
  }

  static Addressee addressee(String name) {
    return new Addressee(
        "C-10023", name, null, List.of("14 Mahatma Gandhi Road", "Pune 411001", "India"));
  }

  static LetterLine line(
      String number,
      int daysOverdue,
      String amount,
      String open,
      Currency currency,
      int level,
      @Nullable String remark) {
    LocalDate due = TODAY.minusDays(daysOverdue);
    return new LetterLine(
        number,
        due.minusDays(30),
        due,
        daysOverdue,
        new Money(new BigDecimal(amount), currency),
        new Money(new BigDecimal(open), currency),
        level,
        remark);
  }

  static LetterFacts manyLines(int count, String currency) {
    Currency money = Currency.getInstance(currency);
    List<LetterLine> lines = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      lines.add(line("INV-" + (1000 + i), 40 - i % 30, "1180.00", "1180.00", money, 2, null));
    }
    return LetterFacts.of(addressee("Sharma & Sons Traders Pvt. Ltd."), lines, money);
  }
}
