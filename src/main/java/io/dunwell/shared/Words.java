package io.dunwell.shared;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Currency;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * How amounts and days read in whatever is written for a person inside the house: pages, tasks,
 * refusals and reasons. Letters to customers follow the customer's language instead, and machines
 * get plain decimals and ISO days.
 */
public final class Words {

  /** Currencies that count in lakh and crore: the last group has three digits, the others two. */
  private static final Set<String> LAKH = Set.of("INR", "PKR", "BDT", "NPR", "LKR");

  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);
  private static final DateTimeFormatter MONTH =
      DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

  private Words() {}

  /** {@code INR 1,18,400.00}; a negative amount has a true minus sign. */
  public static String money(Money money) {
    return money.currency().getCurrencyCode() + " " + amount(money);
  }

  /** {@code 1,18,400.00}, for columns that name the currency elsewhere. */
  public static String amount(Money money) {
    return amount(money.amount(), money.currency());
  }

  private static String amount(BigDecimal amount, Currency currency) {
    String plain = amount.abs().toPlainString();
    int point = plain.indexOf('.');
    String whole = point < 0 ? plain : plain.substring(0, point);
    String rest = point < 0 ? "" : plain.substring(point);
    return (amount.signum() < 0 ? "−" : "") + grouped(whole, currency) + rest;
  }

  /**
   * A price per unit, {@code 1,240.50}: with as many decimals as it has, and no fewer than the
   * currency.
   */
  public static String price(BigDecimal price, Currency currency) {
    BigDecimal bare = price.stripTrailingZeros();
    int decimals = Math.max(bare.scale(), currency.getDefaultFractionDigits());
    return amount(bare.setScale(decimals, RoundingMode.UNNECESSARY), currency);
  }

  /** A quantity or percentage, {@code 1,250.5}: without zeros at its end. */
  public static String number(BigDecimal number) {
    DecimalFormat format =
        new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ENGLISH));
    return format.format(number).replace('-', '−');
  }

  /** {@code 7 Nov 2026}. */
  public static String day(LocalDate day) {
    return DAY.format(day);
  }

  /** {@code November 2026}. */
  public static String month(YearMonth month) {
    return MONTH.format(month);
  }

  /** {@code 1 day}, {@code 1,250 days}. */
  public static String days(long days) {
    return days == 1 ? "1 day" : count(days) + " days";
  }

  /** {@code 9,681}. */
  public static String count(long number) {
    return String.format(Locale.ENGLISH, "%,d", number);
  }

  /** {@code SECOND_REMINDER} as {@code second reminder}. */
  public static String of(Enum<?> name) {
    return of(name.name());
  }

  /** The name of a constant, as people read it. */
  public static String of(String constant) {
    return constant.toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  /** The template's {@code %s} filled, with amounts, days and months as people read them. */
  @SuppressWarnings("AnnotateFormatMethod") // days and amounts are put into words before
  public static String sentence(String template, @Nullable Object... facts) {
    return String.format(
        Locale.ENGLISH, template, Arrays.stream(facts).map(Words::fact).toArray(Object[]::new));
  }

  private static @Nullable Object fact(@Nullable Object fact) {
    if (fact instanceof Money money) {
      return money(money);
    }
    if (fact instanceof LocalDate day) {
      return day(day);
    }
    return fact instanceof YearMonth month ? month(month) : fact;
  }

  private static String grouped(String digits, Currency currency) {
    int later = LAKH.contains(currency.getCurrencyCode()) ? 2 : 3;
    StringBuilder text = new StringBuilder(digits);
    for (int at = digits.length() - 3; at > 0; at -= later) {
      text.insert(at, ',');
    }
    return text.toString();
  }
}
