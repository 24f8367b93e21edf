package io.dunwell.replay;

import java.time.LocalDate;
import java.util.List;

/**
 * What came out of a replay, all of it read from the replay's own ledger and notices.
 *
 * @param noticesPerStage how often the ladder acted at each stage
 * @param levelsReached how many invoices reached each level as their highest
 * @param daysToCash calendar days from due date to settlement; negative means paid early
 * @param monthEnds ledger and ageing at each month end and on the last day
 */
public record ReplayReport(
    long customers,
    long invoices,
    long receipts,
    long casesOpened,
    List<StageCount> noticesPerStage,
    List<LevelCount> levelsReached,
    DaysToCash daysToCash,
    OpenAtEnd openAtEnd,
    List<MonthEnd> monthEnds) {

  /** Acts of one stage. */
  public record StageCount(int stage, String step, long notices, long lines) {}

  /** Invoices whose highest level is this one. */
  public record LevelCount(int level, long invoices) {}

  /**
   * Days from due to cash over all settled invoices.
   *
   * @param mean with one decimal
   */
  public record DaysToCash(long settled, String mean, long median, long p90, long longest) {}

  /** What is left on the last day. */
  public record OpenAtEnd(long items, long cases, long tasks, List<Amount> amounts) {}

  /** A total in one currency. */
  public record Amount(String currency, String amount) {}

  /**
   * The tie-out of a day.
   *
   * @param control what the ledger's control accounts say
   * @param ageing what the ageing says; the difference has to be zero
   */
  public record MonthEnd(
      LocalDate day, String currency, String control, String ageing, boolean tiesOut) {}
}
