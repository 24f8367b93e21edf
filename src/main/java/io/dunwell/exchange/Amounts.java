package io.dunwell.exchange;

import io.dunwell.exchange.Profile.Fractions;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.sheets.Cell;
import io.dunwell.sheets.CellKind;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Reads amounts as one profile writes them; what does not fit exactly is refused. */
final class Amounts {

  private static final Pattern SCIENTIFIC = Pattern.compile("[+-]?[\\d.,]+[eE][+-]?\\d+");
  private static final int MOST_WHOLE_DIGITS = 15;

  private final char decimal;
  private final String grouping;
  private final Pattern plain;
  private final Pattern grouped;
  private final boolean rounding;

  Amounts(@Nullable String decimal, @Nullable String grouping, Fractions fractions) {
    this.rounding = fractions == Fractions.ROUND;
    this.decimal = decimal == null || decimal.isEmpty() ? '.' : decimal.charAt(0);
    this.grouping = grouping == null ? (this.decimal == '.' ? "," : ".") : spaces(grouping);
    String fraction = "(?:" + Pattern.quote(String.valueOf(this.decimal)) + "(\\d*))?";
    String sign = Pattern.quote(this.grouping);
    this.plain = Pattern.compile("\\d+" + fraction);
    // thousands, or lakhs and crores
    this.grouped =
        Pattern.compile(
            "(?:\\d{1,3}(?:G\\d{3})+|\\d{1,2}(?:G\\d{2})*G\\d{3})".replace("G", sign) + fraction);
  }

  /** Whether the amount is finer than its currency, and rounding is what the profile wants. */
  boolean rounds(Cell cell, Money read) {
    return rounding && exact(cell).compareTo(read.amount()) != 0;
  }

  /**
   * @throws RuleViolation {@code amount.…}
   */
  Money read(Cell cell, Currency currency) {
    BigDecimal exact = exact(cell).stripTrailingZeros();
    if (!rounding && exact.scale() > Math.max(currency.getDefaultFractionDigits(), 0)) {
      throw new RuleViolation(
          "amount.too-precise",
          "%s has no such fractions. Round the amount, or set fractions: ROUND in the profile."
              .formatted(currency.getCurrencyCode()));
    }
    if (exact.precision() - exact.scale() > MOST_WHOLE_DIGITS) {
      throw new RuleViolation("amount.too-large", "No ledger holds an amount this large.");
    }
    return Money.rounded(exact, currency);
  }

  /** The number with all its decimals, in no currency: a quantity, a percentage. */
  BigDecimal exact(Cell cell) {
    return cell.kind() == CellKind.NUMBER ? new BigDecimal(cell.text()) : parsed(cell.text());
  }

  private BigDecimal parsed(String written) {
    String text = spaces(written).strip();
    if (plain.matcher(text).matches()) {
      return new BigDecimal(text.replace(decimal, '.'));
    }
    if (SCIENTIFIC.matcher(text).matches()) {
      throw new RuleViolation(
          "amount.scientific-notation",
          "A spreadsheet has shortened this amount and its digits may be lost;"
              + " format the column with two decimals and export again.");
    }
    boolean negative = text.matches("\\(.*\\)|-.*|.*-");
    String digits = withoutSymbols(text.replaceAll("^[(+-]|[)-]$", ""));
    if (!plain.matcher(digits).matches() && !matchesGrouped(digits)) {
      throw unreadable();
    }
    String normal = grouping.isEmpty() ? digits : digits.replace(grouping, "");
    BigDecimal amount = new BigDecimal(normal.replace(decimal, '.'));
    return negative ? amount.negate() : amount;
  }

  private boolean matchesGrouped(String digits) {
    return !grouping.isEmpty() && grouped.matcher(digits).matches();
  }

  /** A currency's sign or code before or after the digits says nothing that the row does not. */
  private static String withoutSymbols(String text) {
    return text.replaceAll("^(?:[A-Z]{3}|Rs\\.?|\\p{Sc})\\s*|\\s*(?:[A-Z]{3}|\\p{Sc})$", "")
        .strip();
  }

  private static String spaces(String text) {
    return text.replace('\u00A0', ' ').replace('\u202F', ' ').replace('\u2019', '\'');
  }

  private RuleViolation unreadable() {
    String signs =
        grouping.isEmpty()
            ? "with decimal sign '%s'".formatted(decimal)
            : "with decimal sign '%s' and grouping sign '%s'".formatted(decimal, grouping);
    return new RuleViolation(
        "amount.unreadable",
        "This is no amount %s. Mend it, or set decimal and grouping in the profile."
            .formatted(signs));
  }
}
