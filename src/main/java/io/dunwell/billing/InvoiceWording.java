package io.dunwell.billing;

import io.dunwell.correspondence.Amounts;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.Locale;
import org.springframework.context.MessageSource;

/** How printed billing documents of one language speak: their texts, days and amounts. */
final class InvoiceWording {

  private static final char NO_BREAK = '\u00a0';

  private final Locale locale;
  private final MessageSource messages;
  private final Amounts amounts;
  private final DateTimeFormatter days;

  InvoiceWording(Locale locale, MessageSource messages) {
    this.locale = locale;
    this.messages = messages;
    this.amounts = new Amounts(locale);
    this.days = DateTimeFormatter.ofPattern(text("format.date"), locale);
  }

  Locale locale() {
    return locale;
  }

  boolean isEnglish() {
    return locale.getLanguage().equals(Locale.ENGLISH.getLanguage());
  }

  String text(String key, Object... facts) {
    return messages.getMessage(key, facts, key, locale);
  }

  String english(String key) {
    return messages.getMessage(key, null, key, Locale.ENGLISH);
  }

  String day(LocalDate day) {
    return days.format(day);
  }

  String amount(Money money) {
    return amounts.plain(money);
  }

  /** The amount with its currency's sign apart, on the side where the language puts it. */
  String money(Money money) {
    String written = amounts.withCurrency(money).replace(NO_BREAK, ' ');
    String plain = amounts.plain(money.isNegative() ? money.negated() : money);
    int at = written.indexOf(plain);
    return at > 0 && written.charAt(at - 1) != ' '
        ? written.substring(0, at) + " " + plain
        : written;
  }

  String number(BigDecimal number, Currency currency) {
    BigDecimal bare = number.stripTrailingZeros();
    return amounts.number(bare.scale() < 0 ? bare.setScale(0) : bare, currency);
  }

  /** Unit prices may have more decimals than their currency, never fewer. */
  String price(BigDecimal price, Currency currency) {
    int digits = Math.max(currency.getDefaultFractionDigits(), 0);
    BigDecimal bare = price.stripTrailingZeros();
    return amounts.number(bare.scale() < digits ? bare.setScale(digits) : bare, currency);
  }

  /** {@code 2.5 %}. */
  String percent(BigDecimal percent, Currency currency) {
    return number(percent, currency) + " %";
  }
}
