package io.dunwell.correspondence;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.text.DecimalFormatSymbols;
import java.util.Currency;
import java.util.Locale;

/** Writes amounts as people of a locale read them: rupees in lakh and crore in India. */
public final class Amounts {

  private final Locale locale;
  private final DecimalFormatSymbols symbols;

  /** The amounts of that language and country. */
  public Amounts(Locale locale) {
    this.locale = locale;
    this.symbols = DecimalFormatSymbols.getInstance(locale);
  }

  /** The amount without its currency, for columns that name it in their head. */
  public String plain(Money money) {
    return number(money.amount(), money.currency());
  }

  /**
   * A quantity, price or rate with the decimals that it has, grouped as amounts of the currency.
   */
  public String number(BigDecimal number, Currency currency) {
    String digits = number.abs().toPlainString();
    int point = digits.indexOf('.');
    String whole = point < 0 ? digits : digits.substring(0, point);
    StringBuilder text = new StringBuilder(24);
    if (number.signum() < 0) {
      text.append('\u2212');
    }
    group(whole, indian(currency) ? 2 : 3, text);
    if (point >= 0) {
      text.append(symbols.getDecimalSeparator()).append(digits, point + 1, digits.length());
    }
    return text.toString();
  }

  /** The amount with its currency. */
  public String withCurrency(Money money) {
    String symbol = symbol(money.currency());
    String plain = plain(money);
    if (locale.getLanguage().equals("de")) {
      return plain + "\u00a0" + symbol;
    }
    String sign = money.isNegative() ? "\u2212" : "";
    String gap = Character.isLetter(symbol.charAt(symbol.length() - 1)) ? "\u00a0" : "";
    return sign + symbol + gap + plain.substring(sign.length());
  }

  private void group(String whole, int upperGroup, StringBuilder text) {
    char separator = symbols.getGroupingSeparator();
    int length = whole.length();
    for (int i = 0; i < length; i++) {
      int left = length - i;
      boolean boundary = left == 3 || (left > 3 && (left - 3) % upperGroup == 0);
      if (i > 0 && boundary) {
        text.append(separator);
      }
      text.append(whole.charAt(i));
    }
  }

  private boolean indian(Currency currency) {
    return currency.getCurrencyCode().equals("INR")
        && !locale.getLanguage().equals("de")
        && (locale.getCountry().isEmpty() || locale.getCountry().equals("IN"));
  }

  private static String symbol(Currency currency) {
    return switch (currency.getCurrencyCode()) {
      case "INR" -> "₹";
      case "EUR" -> "€";
      case "GBP" -> "£";
      case "USD" -> "US$";
      case "JPY" -> "¥";
      default -> currency.getCurrencyCode();
    };
  }
}
