package io.dunwell.correspondence;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How letters of one language speak: their texts, dates and amounts. */
final class Wording {

  private final Locale locale;
  private final MessageSource messages;
  private final Amounts amounts;
  private final DateTimeFormatter dates;

  Wording(Locale locale, MessageSource messages) {
    this.locale = locale;
    this.messages = messages;
    this.amounts = new Amounts(locale);
    this.dates = DateTimeFormatter.ofPattern(text("format.date"), locale);
  }

  Locale locale() {
    return locale;
  }

  String text(String key, Object... facts) {
    return messages.getMessage(key, facts, locale);
  }

  String date(LocalDate day) {
    return dates.format(day);
  }

  String amount(Money money) {
    return amounts.withCurrency(money);
  }

  String plain(Money money) {
    return amounts.plain(money);
  }
}
