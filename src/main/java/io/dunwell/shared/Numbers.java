package io.dunwell.shared;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import java.util.regex.Pattern;

/** Numbers as people type them and programs send them. */
public final class Numbers {

  private static final int MOST_CHARACTERS = 40;

  /** Thousands, or lakhs and crores, parted by one and the same sign. */
  private static final Pattern NUMBER =
      Pattern.compile(
          "[+-]?(?:\\d+|\\d{1,3}([, _'])\\d{3}(?:\\1\\d{3})*"
              + "|\\d{1,2}([, _'])(?:\\d{2}\\2)+\\d{3})?(?:(?<=\\d)\\.\\d*|\\.\\d+)?");

  private Numbers() {}

  /**
   * The number typed, with a point before its decimals. Commas and their like are for the eye and
   * count only between whole groups: {@code 1,250} and {@code 1,18,400.50} are numbers, {@code
   * 12,50} is none.
   *
   * @return empty if it is no number
   */
  public static Optional<BigDecimal> typed(String text) {
    String bare = text.strip().replace('\u00A0', ' ').replace('\u202F', ' ').replace('’', '\'');
    boolean number =
        bare.length() <= MOST_CHARACTERS
            && bare.chars().anyMatch(each -> each >= '0' && each <= '9')
            && NUMBER.matcher(bare).matches();
    return number ? Optional.of(new BigDecimal(bare.replaceAll("[, _']", ""))) : Optional.empty();
  }

  /**
   * An amount as sent.
   *
   * @throws MalformedValue {@code amount.too-precise} if the currency has fewer decimals, {@code
   *     number.too-large}
   */
  public static Money amount(String field, BigDecimal amount, Currency currency) {
    BigDecimal bare = amount.stripTrailingZeros();
    if (bare.scale() > Math.max(currency.getDefaultFractionDigits(), 0)) {
      throw new MalformedValue(
          "amount.too-precise",
          field,
          "%s: %s has fewer decimals than %s.".formatted(field, currency, amount));
    }
    return new Money(within(field, bare, Math.max(bare.scale(), 0), 15), currency);
  }

  /**
   * The number, if it has no more digits than said.
   *
   * @throws MalformedValue {@code number.too-precise}, {@code number.too-large}
   */
  public static BigDecimal within(String field, BigDecimal number, int decimals, int wholeDigits) {
    if (number.scale() > decimals && number.stripTrailingZeros().scale() > decimals) {
      throw new MalformedValue(
          "number.too-precise",
          field,
          "%s: up to %d decimals are kept, and this has more.".formatted(field, decimals));
    }
    if ((long) number.precision() - number.scale() > wholeDigits) {
      throw new MalformedValue(
          "number.too-large",
          field,
          "%s: up to %d digits before the point are kept, and this has more."
              .formatted(field, wholeDigits));
    }
    return number;
  }
}
