package io.dunwell.exchange;

import java.util.List;

/**
 * A ledger of the past as a file tells it, nothing of it booked.
 *
 * @param rows the good rows in the order of the file
 * @param problems what is wrong with the others, and notices
 */
public record HistoricLedger(List<HistoricRow> rows, List<ImportProblem> problems) {

  public HistoricLedger {
    rows = List.copyOf(rows);
    problems = List.copyOf(problems);
  }
}
