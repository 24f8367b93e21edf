package io.dunwell.replay;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * What the ladder has to do with a historic ledger, computed from the file alone with nothing but
 * the level arithmetic: the yardstick that the engine is held against.
 */
final class ExpectedLadder {

  /** One act: who, when, which stage, which lines. */
  record Act(LocalDate day, String customer, int stage, List<Line> lines) {}

  /** One line of an act. */
  record Line(String invoice, int level, boolean raised, BigDecimal open, int daysOverdue) {}

  private final int[] thresholds;
  private final int interval;
  private final Map<String, Integer> levels = new HashMap<>();
  private final Map<String, LocalDate> lastAct = new HashMap<>();

  /**
   * @param thresholds days overdue at which a level is reached, the first level's first
   */
  ExpectedLadder(int interval, int... thresholds) {
    this.thresholds = thresholds;
    this.interval = interval;
  }

  List<Act> over(IbmLedger ledger) {
    Map<String, List<IbmLedger.Row>> perCustomer = new TreeMap<>();
    for (IbmLedger.Row row : ledger.rows()) {
      perCustomer.computeIfAbsent(row.customer(), c -> new ArrayList<>()).add(row);
    }
    List<Act> acts = new ArrayList<>();
    for (LocalDate day = ledger.firstDay(); !day.isAfter(ledger.lastDay()); day = day.plusDays(1)) {
      for (Map.Entry<String, List<IbmLedger.Row>> account : perCustomer.entrySet()) {
        act(day, account.getKey(), account.getValue(), acts);
      }
    }
    return acts;
  }

  private void act(LocalDate day, String customer, List<IbmLedger.Row> rows, List<Act> acts) {
    LocalDate last = lastAct.get(customer);
    if (last != null && day.isBefore(last.plusDays(interval))) {
      return;
    }
    List<IbmLedger.Row> overdue = rows.stream().filter(row -> chaseable(row, day)).toList();
    List<IbmLedger.Row> raised = overdue.stream().filter(row -> climbs(row, day)).toList();
    if (raised.isEmpty()) {
      return;
    }
    int stage = raised.stream().mapToInt(row -> level(row) + 1).max().orElseThrow();
    raised.forEach(row -> levels.merge(row.number(), 1, Integer::sum));
    lastAct.put(customer, day);
    List<Line> lines = new ArrayList<>();
    for (IbmLedger.Row row : overdue) {
      lines.add(
          new Line(
              row.number(), level(row), raised.contains(row), row.amount(), row.daysOverdue(day)));
    }
    acts.add(new Act(day, customer, stage, lines));
  }

  private static boolean chaseable(IbmLedger.Row row, LocalDate day) {
    return row.openOn(day) && row.daysOverdue(day) > 0 && !row.disputed();
  }

  private boolean climbs(IbmLedger.Row row, LocalDate day) {
    int next = level(row);
    return next < thresholds.length && row.daysOverdue(day) >= thresholds[next];
  }

  private int level(IbmLedger.Row row) {
    return levels.getOrDefault(row.number(), 0);
  }
}
