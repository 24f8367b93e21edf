package io.dunwell.receivables;

import java.time.LocalDate;
import java.util.List;

/**
 * Who owed what, and since when, at the end of a day.
 *
 * @param limits the last day overdue of each bucket but the last
 * @param rows by key, then currency; rows of nothing but zeros are left out, except in the total
 */
public record AgeingReport(LocalDate asOf, List<Integer> limits, List<AgeingRow> rows) {

  public AgeingReport {
    limits = List.copyOf(limits);
    rows = List.copyOf(rows);
  }
}
