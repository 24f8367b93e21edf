package io.dunwell.approval;

import io.dunwell.shared.Words;

/**
 * How a customer pays.
 *
 * @param daysOverdue how late the oldest open item is; 0 if none is, or money that waits to be
 *     applied covers what is overdue
 * @param settled how many items they settled in the past year
 * @param daysLate how late they settled these on average; early ones count as in time
 */
record PaymentRecord(int daysOverdue, int settled, int daysLate) {

  CreditClass rated(CreditSettings settings) {
    if (settled == 0 && daysOverdue == 0) {
      return CreditClass.UNRATED;
    }
    boolean now = daysOverdue >= daysLate;
    return new CreditClass(
        settings.classOf(Math.max(daysOverdue, daysLate)), now ? overdue() : habit());
  }

  private String overdue() {
    return daysOverdue == 0
        ? "pays in time"
        : "the oldest item is " + Words.days(daysOverdue) + " overdue";
  }

  private String habit() {
    return "paid " + Words.days(daysLate) + " late on average in the past year";
  }
}
