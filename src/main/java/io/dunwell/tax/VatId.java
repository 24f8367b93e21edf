package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * A VAT identification number of a member state (directive 2006/112/EC art. 214, 215). The form is
 * checked for all, check digits for those whose arithmetic is published.
 *
 * @param value in capitals without blanks, country first ({@code EL} for Greece)
 */
public record VatId(String value) {

  private static final Map<String, Pattern> FORMS =
      Map.ofEntries(
          form("AT", "U\\d{8}"),
          form("BE", "[01]\\d{9}"),
          form("BG", "\\d{9,10}"),
          form("CY", "\\d{8}[A-Z]"),
          form("CZ", "\\d{8,10}"),
          form("DE", "\\d{9}"),
          form("DK", "\\d{8}"),
          form("EE", "\\d{9}"),
          form("EL", "\\d{9}"),
          form("ES", "[A-Z0-9]\\d{7}[A-Z0-9]"),
          form("FI", "\\d{8}"),
          form("FR", "[A-HJ-NP-Z0-9]{2}\\d{9}"),
          form("HR", "\\d{11}"),
          form("HU", "\\d{8}"),
          form("IE", "\\d[A-Z0-9+*]\\d{5}[A-W][A-I]?"),
          form("IT", "\\d{11}"),
          form("LT", "(\\d{9}|\\d{12})"),
          form("LU", "\\d{8}"),
          form("LV", "\\d{11}"),
          form("MT", "\\d{8}"),
          form("NL", "[A-Z0-9+*]{10}\\d{2}"),
          form("PL", "\\d{10}"),
          form("PT", "\\d{9}"),
          form("RO", "\\d{2,10}"),
          form("SE", "\\d{10}01"),
          form("SI", "\\d{8}"),
          form("SK", "\\d{10}"),
          form("XI", "(\\d{9}|\\d{12}|GD\\d{3}|HA\\d{3})"));

  private static final Map<String, Predicate<String>> CHECKS =
      Map.ofEntries(
          Map.entry("AT", VatDigits::austria),
          Map.entry("BE", VatDigits::belgium),
          Map.entry("DE", VatDigits::mod11And10),
          Map.entry("DK", VatDigits::denmark),
          Map.entry("EE", VatDigits::estonia),
          Map.entry("EL", VatDigits::greece),
          Map.entry("FI", VatDigits::finland),
          Map.entry("FR", VatDigits::france),
          Map.entry("HR", VatDigits::mod11And10),
          Map.entry("IT", VatDigits::luhn),
          Map.entry("LU", VatDigits::luxembourg),
          Map.entry("NL", VatDigits::netherlands),
          Map.entry("PL", VatDigits::poland),
          Map.entry("PT", VatDigits::portugal),
          Map.entry("SE", number -> VatDigits.luhn(number.substring(0, 10))),
          Map.entry("SI", VatDigits::slovenia));

  /**
   * @throws RuleViolation {@code vat-id.malformed} or {@code vat-id.check-digit}
   */
  public VatId {
    Pattern form = FORMS.get(value.length() < 3 ? "" : value.substring(0, 2));
    if (form == null || !form.matcher(value.substring(2)).matches()) {
      throw new RuleViolation(
          "vat-id.malformed",
          "\""
              + value
              + "\" is no VAT id: begin with the country, and see how many digits it has.");
    }
    Predicate<String> check = CHECKS.getOrDefault(value.substring(0, 2), number -> true);
    if (!check.test(value.substring(2))) {
      throw new RuleViolation(
          "vat-id.check-digit",
          "The check digit of VAT id " + value + " does not fit the others: a typing error?");
    }
  }

  /** The id written in {@code text}, whatever its case, blanks, dots and hyphens. */
  public static VatId of(String text) {
    return new VatId(text.replaceAll("[\\s.-]", "").toUpperCase(Locale.ROOT));
  }

  /** Whether a text is a VAT id as {@link #of} reads it. */
  public static boolean isValid(String text) {
    try {
      return !of(text).value().isEmpty();
    } catch (RuleViolation malformed) {
      return false;
    }
  }

  /** ISO code of its country. */
  public String country() {
    return countryOf(value);
  }

  static String countryOf(String value) {
    String prefix = value.substring(0, Math.min(2, value.length()));
    return prefix.equals("EL") ? "GR" : prefix;
  }

  private static Map.Entry<String, Pattern> form(String country, String digits) {
    return Map.entry(country, Pattern.compile(digits));
  }
}
