package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigInteger;
import java.util.Locale;
import java.util.function.Function;

/**
 * Says amounts in words, as cheques and invoices do: {@code Rupees One Lakh Eighteen Thousand Four
 * Hundred and Fifty Paise Only}.
 */
public final class AmountInWords {

  private AmountInWords() {}

  /**
   * As people count where the currency is at home: rupees in lakh and crore, others in millions.
   */
  public static String of(Money amount) {
    return amount.currency().getCurrencyCode().equals("INR")
        ? indian(amount)
        : international(amount);
  }

  /** In that language where there are words for it ({@code hi}, {@code de}), else in English. */
  public static String of(Money amount, Locale language) {
    return switch (language.getLanguage()) {
      case "hi" -> HindiWords.say(amount);
      case "de" -> GermanWords.say(amount);
      default -> of(amount);
    };
  }

  /** In English with lakh and crore, whatever the currency. */
  public static String indian(Money amount) {
    return english(amount, EnglishWords::indian);
  }

  /** In English with thousand, million and billion, whatever the currency. */
  public static String international(Money amount) {
    return english(amount, EnglishWords::international);
  }

  private static String english(Money amount, Function<BigInteger, String> say) {
    CurrencyWords words = CurrencyWords.of(amount.currency());
    BigInteger[] parts = parts(amount);
    String minor =
        parts[1].signum() == 0 ? "" : " and " + say.apply(parts[1]) + " " + words.minor(parts[1]);
    return (amount.isNegative() ? "Minus " : "")
        + words.major(parts[0])
        + " "
        + say.apply(parts[0])
        + minor
        + " Only";
  }

  /** Major and minor units of the amount, both positive. */
  static BigInteger[] parts(Money amount) {
    int scale = amount.amount().scale();
    return amount.amount().unscaledValue().abs().divideAndRemainder(BigInteger.TEN.pow(scale));
  }
}
