package io.dunwell.replay.web;

import io.dunwell.replay.ReplayReport;
import io.dunwell.replay.ReplayReport.LevelCount;
import io.dunwell.replay.ReplayReport.StageCount;

/**
 * What a replay's report comes to.
 *
 * @param notices all acts of all stages
 * @param mostNotices the most acts of any stage, for the length of bars
 * @param chased invoices that reached any level
 * @param mostInvoices the most invoices of any level
 * @param untied how many month ends do not tie out
 */
record ReplayFigures(long notices, long mostNotices, long chased, long mostInvoices, long untied) {

  static ReplayFigures of(ReplayReport report) {
    return new ReplayFigures(
        report.noticesPerStage().stream().mapToLong(StageCount::notices).sum(),
        report.noticesPerStage().stream().mapToLong(StageCount::notices).max().orElse(0),
        report.levelsReached().stream().mapToLong(LevelCount::invoices).sum(),
        report.levelsReached().stream().mapToLong(LevelCount::invoices).max().orElse(0),
        report.monthEnds().stream().filter(end -> !end.tiesOut()).count());
  }
}
