package io.dunwell.party;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * When a document has to be paid. The months and days are counted from the document's date; then
 * the due day moves on to the end of its month, then to the next such day of a month, where the
 * terms say so.
 *
 * @param netDays days to pay, not negative
 * @param netMonths months to pay, counted before the days
 * @param endOfMonth whether the due day moves on to the last day of its month
 * @param dayOfMonth the day of a month (1–31, the last one of shorter months) that the due day
 *     moves on to
 * @param instalments shares that together are 100 percent, each with days in place of {@code
 *     netDays}; empty for one payment
 */
public record PaymentTerms(
    int netDays,
    int netMonths,
    boolean endOfMonth,
    @Nullable Integer dayOfMonth,
    List<Instalment> instalments) {

  private static final BigDecimal ALL = BigDecimal.valueOf(100);

  /** Due on the document's date. */
  public static final PaymentTerms IMMEDIATE = net(0);

  /**
   * @throws IllegalArgumentException if the terms contradict themselves
   */
  public PaymentTerms {
    instalments = List.copyOf(instalments);
    if (netDays < 0 || netMonths < 0) {
      throw new IllegalArgumentException("Nothing falls due before its document");
    }
    if (dayOfMonth != null && (dayOfMonth < 1 || dayOfMonth > 31)) {
      throw new IllegalArgumentException("No month has a day " + dayOfMonth);
    }
    if (!instalments.isEmpty() && !whole(instalments)) {
      throw new IllegalArgumentException("The instalments do not add up to 100 percent");
    }
  }

  /** Terms without months. */
  public PaymentTerms(
      int netDays, boolean endOfMonth, @Nullable Integer dayOfMonth, List<Instalment> instalments) {
    this(netDays, 0, endOfMonth, dayOfMonth, instalments);
  }

  /** So many days from the document's date. */
  public static PaymentTerms net(int days) {
    return new PaymentTerms(days, 0, false, null, List.of());
  }

  /** The last day of the month that lies so many months after the document's. */
  public static PaymentTerms endOfMonth(int monthsLater) {
    return new PaymentTerms(0, monthsLater, true, null, List.of());
  }

  /** Several payments. */
  public static PaymentTerms instalments(Instalment... instalments) {
    return new PaymentTerms(0, 0, false, null, List.of(instalments));
  }

  /**
   * Reads what {@link #toString} writes, for example {@code net 30}, {@code net 30 days end of
   * month}, {@code 30% net 30, 70% net 60}, and what others write for it: {@code due on receipt},
   * {@code COD}, {@code n/30}, {@code 30 days EOM}.
   *
   * @throws IllegalArgumentException if the text is no such terms
   */
  public static PaymentTerms parse(String text) {
    return TermsText.read(text);
  }

  /**
   * The due days and amounts of a document. The amounts add up exactly; a share that rounds to
   * nothing is left out.
   */
  public List<Due> dues(LocalDate documentDate, Money total) {
    if (instalments.isEmpty()) {
      return List.of(new Due(1, dueOn(documentDate, netDays), total));
    }
    List<Due> dues = new ArrayList<>(instalments.size());
    BigDecimal percent = BigDecimal.ZERO;
    Money before = Money.zero(total.currency());
    for (Instalment instalment : instalments) {
      percent = percent.add(instalment.percent());
      Money until = total.multipliedBy(percent.movePointLeft(2), RoundingMode.HALF_UP);
      Money share = until.minus(before);
      if (!share.isZero()) {
        dues.add(new Due(dues.size() + 1, dueOn(documentDate, instalment.netDays()), share));
      }
      before = until;
    }
    return List.copyOf(dues);
  }

  @Override
  public String toString() {
    return TermsText.write(this);
  }

  private LocalDate dueOn(LocalDate documentDate, int days) {
    LocalDate due = documentDate.plusMonths(netMonths).plusDays(days);
    if (endOfMonth) {
      due = due.with(TemporalAdjusters.lastDayOfMonth());
    }
    if (dayOfMonth == null) {
      return due;
    }
    LocalDate sameMonth = onDay(due, dayOfMonth);
    return sameMonth.isBefore(due)
        ? onDay(due.withDayOfMonth(1).plusMonths(1), dayOfMonth)
        : sameMonth;
  }

  private static LocalDate onDay(LocalDate month, int day) {
    return month.withDayOfMonth(Math.min(day, month.lengthOfMonth()));
  }

  private static boolean whole(List<Instalment> instalments) {
    BigDecimal sum =
        instalments.stream().map(Instalment::percent).reduce(BigDecimal.ZERO, BigDecimal::add);
    return sum.compareTo(ALL) == 0;
  }
}
