package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Amounts in German, where everything below a million is one word. */
final class GermanWords {

  private static final String[] SMALL =
      ("null ein zwei drei vier fünf sechs sieben acht neun zehn elf zwölf dreizehn vierzehn"
              + " fünfzehn sechzehn siebzehn achtzehn neunzehn")
          .split(" ");
  private static final String[] TENS =
      "null zehn zwanzig dreißig vierzig fünfzig sechzig siebzig achtzig neunzig".split(" ");

  /** Long scale: each a thousand times the one before. */
  private static final String[] GROUPS = {
    "Million", "Milliarde", "Billion", "Billiarde", "Trillion", "Trilliarde"
  };

  private static final BigInteger THOUSAND = BigInteger.valueOf(1000);
  private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

  /** One of it with its article, several, and hundredths. */
  private record Units(String one, String many, String minor) {}

  private static final Map<String, Units> KNOWN =
      Map.of(
          "EUR", new Units("ein Euro", "Euro", "Cent"),
          "INR", new Units("eine Rupie", "Rupien", "Paise"),
          "USD", new Units("ein US-Dollar", "US-Dollar", "Cent"),
          "GBP", new Units("ein Pfund Sterling", "Pfund Sterling", "Pence"),
          "CHF", new Units("ein Schweizer Franken", "Schweizer Franken", "Rappen"));

  private GermanWords() {}

  static String say(Money amount) {
    BigInteger[] parts = AmountInWords.parts(amount);
    Units units = KNOWN.get(amount.currency().getCurrencyCode());
    String said = (amount.isNegative() ? "minus " : "") + major(parts[0], amount, units);
    if (parts[1].signum() != 0) {
      said += " und " + minor(parts[1], amount, units);
    }
    return said.substring(0, 1).toUpperCase(Locale.GERMAN) + said.substring(1);
  }

  private static String major(BigInteger number, Money amount, @Nullable Units units) {
    if (units == null) {
      return number(number) + " " + amount.currency().getCurrencyCode();
    }
    return number.equals(BigInteger.ONE) ? units.one() : number(number) + " " + units.many();
  }

  private static String minor(BigInteger number, Money amount, @Nullable Units units) {
    if (units == null) {
      return number + "/" + BigInteger.TEN.pow(amount.amount().scale());
    }
    String counted = number.equals(BigInteger.ONE) ? SMALL[1] : number(number);
    return counted + " " + units.minor();
  }

  static String number(BigInteger number) {
    List<String> words = new ArrayList<>();
    BigInteger groups = number.divide(MILLION);
    for (int i = 0; groups.signum() > 0; i++) {
      int group = groups.mod(THOUSAND).intValueExact();
      if (group > 0) {
        words.add(0, grouped(group, GROUPS[i]));
      }
      groups = groups.divide(THOUSAND);
    }
    int rest = number.mod(MILLION).intValueExact();
    if (rest > 0 || words.isEmpty()) {
      words.add(upToMillion(rest));
    }
    return String.join(" ", words);
  }

  private static String grouped(int number, String group) {
    if (number == 1) {
      return "eine " + group;
    }
    return upToThousand(number) + (number % 100 == 1 ? "e " : " ") + plural(group);
  }

  private static String plural(String group) {
    return group + (group.endsWith("e") ? "n" : "en");
  }

  private static String upToMillion(int number) {
    String thousands = number < 1000 ? "" : upToThousand(number / 1000) + "tausend";
    int rest = number % 1000;
    return thousands
        + (rest == 0 && number > 0 ? "" : upToThousand(rest))
        + (rest % 100 == 1 ? "s" : "");
  }

  /** Without the s that a last one has: {@code ein}, as in {@code eintausend}. */
  private static String upToThousand(int number) {
    String hundreds = number < 100 ? "" : SMALL[number / 100] + "hundert";
    int rest = number % 100;
    return hundreds + (rest == 0 && number > 0 ? "" : upToHundred(rest));
  }

  private static String upToHundred(int number) {
    if (number < 20) {
      return SMALL[number];
    }
    return (number % 10 == 0 ? "" : SMALL[number % 10] + "und") + TENS[number / 10];
  }
}
