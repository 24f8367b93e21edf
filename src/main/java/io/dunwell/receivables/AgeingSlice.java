package io.dunwell.receivables;

import java.util.List;

/**
 * A page of an ageing report.
 *
 * @param totals of all rows that are found, not only of the page's, one per currency
 * @param count how many rows are found
 */
public record AgeingSlice(List<AgeingRow> rows, List<AgeingRow> totals, long count) {

  public AgeingSlice {
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }
}
