package io.dunwell.tax;

import java.math.BigInteger;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;

/**
 * What people call the units of a currency.
 *
 * @param one the major unit, one of it
 * @param many the major unit, several
 * @param minorOne the minor unit, one of it
 * @param minorMany the minor unit, several
 */
record CurrencyWords(String one, String many, String minorOne, String minorMany) {

  private static final Map<String, CurrencyWords> KNOWN =
      Map.ofEntries(
          Map.entry("INR", new CurrencyWords("Rupee", "Rupees", "Paisa", "Paise")),
          Map.entry("USD", new CurrencyWords("US Dollar", "US Dollars", "Cent", "Cents")),
          Map.entry("EUR", new CurrencyWords("Euro", "Euros", "Cent", "Cents")),
          Map.entry(
              "GBP", new CurrencyWords("Pound Sterling", "Pounds Sterling", "Penny", "Pence")),
          Map.entry("AED", new CurrencyWords("UAE Dirham", "UAE Dirhams", "Fils", "Fils")),
          Map.entry(
              "SGD", new CurrencyWords("Singapore Dollar", "Singapore Dollars", "Cent", "Cents")),
          Map.entry(
              "AUD", new CurrencyWords("Australian Dollar", "Australian Dollars", "Cent", "Cents")),
          Map.entry(
              "CAD", new CurrencyWords("Canadian Dollar", "Canadian Dollars", "Cent", "Cents")),
          Map.entry("CHF", new CurrencyWords("Swiss Franc", "Swiss Francs", "Centime", "Centimes")),
          Map.entry("JPY", new CurrencyWords("Yen", "Yen", "Sen", "Sen")),
          Map.entry("KWD", new CurrencyWords("Kuwaiti Dinar", "Kuwaiti Dinars", "Fils", "Fils")));

  /** The usual words, or the currency's English name and hundredths or thousandths. */
  static CurrencyWords of(Currency currency) {
    CurrencyWords known = KNOWN.get(currency.getCurrencyCode());
    if (known != null) {
      return known;
    }
    String name = currency.getDisplayName(Locale.ENGLISH);
    String part = currency.getDefaultFractionDigits() == 3 ? "Thousandth" : "Hundredth";
    return new CurrencyWords(name, name, part, part + "s");
  }

  String major(BigInteger number) {
    return number.equals(BigInteger.ONE) ? one : many;
  }

  String minor(BigInteger number) {
    return number.equals(BigInteger.ONE) ? minorOne : minorMany;
  }
}
