package io.dunwell.replay.web;

import io.dunwell.pages.Columns;
import io.dunwell.replay.ReplayReport;
import io.dunwell.replay.ReplayReport.LevelCount;
import io.dunwell.replay.ReplayReport.StageCount;
import io.dunwell.replay.ReplayView;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.List;

/** The tables of the replay pages. */
final class ReplayTables {

  /** A day on which ledger and ageing were compared. */
  record MonthEnd(LocalDate day, Money control, Money ageing, boolean tiesOut) {

    static MonthEnd of(ReplayReport.MonthEnd end) {
      return new MonthEnd(
          end.day(),
          Money.of(end.control(), end.currency()),
          Money.of(end.ageing(), end.currency()),
          end.tiesOut());
    }
  }

  static final Columns<ReplayView> REPLAYS =
      Columns.<ReplayView>of("replays")
          .text("file", "replays.file", ReplayView::fileName)
          .text("profile", "replays.profile", ReplayView::profile)
          .date("from", "replays.from", ReplayView::from)
          .date("to", "replays.to", ReplayView::to)
          .text("policy", "policies.policy", ReplayView::policy)
          .word("status", "holds.state", "replays.status.", ReplayView::status)
          .number("progress", "replays.progress", ReplayView::percent)
          .text("by", "receipt.by", ReplayView::requestedBy)
          .text("at", "replays.requested", ReplayView::requestedAt);

  static final Columns<StageCount> NOTICES =
      Columns.<StageCount>of("replay-notices")
          .number("stage", "item.level", StageCount::stage)
          .word("step", "policies.step", "step.", StageCount::step)
          .number("notices", "replays.notices", StageCount::notices)
          .number("lines", "replays.lines", StageCount::lines);

  static final Columns<LevelCount> LEVELS =
      Columns.<LevelCount>of("replay-levels")
          .number("level", "item.level", LevelCount::level)
          .number("invoices", "replays.invoices", LevelCount::invoices);

  static final Columns<Money> LEFT =
      Columns.<Money>of("replay-open-at-end")
          .text("currency", "customers.currency", Money::currency)
          .amount("amount", "customers.open", money -> money);

  static final Columns<MonthEnd> MONTH_ENDS =
      Columns.<MonthEnd>of("replay-month-ends")
          .date("day", "runs.day", MonthEnd::day)
          .text("currency", "customers.currency", end -> end.control().currency())
          .amount("control", "replays.control", MonthEnd::control)
          .amount("ageing", "nav.ageing", MonthEnd::ageing)
          .word("ties", "replays.ties", "replays.", end -> end.tiesOut() ? "yes" : "no");

  private ReplayTables() {}

  static List<MonthEnd> monthEnds(ReplayReport report) {
    return report.monthEnds().stream().map(MonthEnd::of).toList();
  }

  static List<Money> left(ReplayReport report) {
    return report.openAtEnd().amounts().stream()
        .map(each -> Money.of(each.amount(), each.currency()))
        .toList();
  }
}
