package io.dunwell.dunning;

import io.dunwell.receivables.DocumentKind;
import io.dunwell.receivables.Statement;
import io.dunwell.receivables.StatementLine;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Writes the dossier's page on interest: what was charged, and what can be claimed beyond it. */
@Component
class InterestPage {

  private static final String CHARGED =
      """
      select i.label, s.after_on + 1 as from_on, s.until_on, s.annual_percent, s.day_count,
             s.amount, c.number
      from dunning.interest_share s
      join dunning.charge c on c.id = s.charge
      join receivables.v_open_item i on i.id = s.item
      where s.item = any(cast(:items as uuid[])) and c.taken_back_on is null
      order by s.after_on, i.label
      """;

  private final InterestBook book;
  private final InterestTerms terms;
  private final JdbcClient jdbc;

  InterestPage(InterestBook book, InterestTerms terms, JdbcClient jdbc) {
    this.book = book;
    this.terms = terms;
    this.jdbc = jdbc;
  }

  DossierPage of(Statement statement) {
    List<StatementLine> lines =
        statement.lines().stream()
            .filter(line -> line.open().isPositive() && bearsInterest(line.kind()))
            .toList();
    List<UUID> items = lines.stream().map(line -> line.item().value()).toList();
    List<List<String>> rows = new ArrayList<>();
    Money total = claimable(statement, lines, items, rows);
    return new DossierPage(
        "03-interest.html",
        "Interest until " + statement.asOf(),
        List.of(
            "Simple interest on the balance of each day, from the day after the due day. Where"
                + " interest was charged before, it goes on from there at the same rate; else the"
                + " rate is that of the item's dunning policy, or where that has none "
                + terms.usual().annualPercent().toPlainString()
                + " % a year (ACT/365).",
            "What can be claimed beyond what was charged, in all: " + total),
        List.of(
            new DossierPage.Table(
                "Not charged yet",
                List.of(
                    "Document",
                    "From",
                    "To",
                    "Days",
                    "Balance",
                    "Percent",
                    "Days of a year",
                    "Interest"),
                rows),
            new DossierPage.Table(
                "Charged already: part of the statement",
                List.of(
                    "Document", "From", "To", "Percent", "Days of a year", "Interest", "Posted as"),
                charged(statement, items))));
  }

  private static boolean bearsInterest(DocumentKind kind) {
    return kind == DocumentKind.INVOICE || kind == DocumentKind.DEBIT_NOTE;
  }

  private Money claimable(
      Statement statement, List<StatementLine> lines, List<UUID> items, List<List<String>> rows) {
    LocalDate until = statement.asOf();
    Map<UUID, LocalDate> watermarks = book.watermarks(items);
    Map<UUID, List<ChargeMath.Movement>> movements = book.movements(items);
    Map<UUID, Interest> own = terms.of(statement.account(), items, until);
    BigDecimal sum = BigDecimal.ZERO;
    for (StatementLine line : lines) {
      UUID item = line.item().value();
      Interest at = own.getOrDefault(item, terms.usual());
      LocalDate after = watermarks.getOrDefault(item, line.dueOn());
      for (DailyBalances.Period period :
          DailyBalances.of(
              at,
              movements.getOrDefault(item, List.of()),
              after,
              until,
              statement.account().currency())) {
        sum = sum.add(period.interest());
        rows.add(row(line, period, at));
      }
    }
    return Money.rounded(sum, statement.account().currency());
  }

  private static List<String> row(StatementLine line, DailyBalances.Period period, Interest at) {
    return List.of(
        line.label(),
        period.from().toString(),
        period.to().toString(),
        String.valueOf(period.days()),
        period.balance().text(),
        at.annualPercent().toPlainString(),
        at.dayCount().text(),
        Money.rounded(period.interest(), period.balance().currency()).text());
  }

  private List<List<String>> charged(Statement statement, List<UUID> items) {
    return jdbc.sql(CHARGED)
        .param("items", FactQueries.texts(items))
        .query(
            (row, n) ->
                List.of(
                    row.getString("label"),
                    row.getString("from_on"),
                    row.getString("until_on"),
                    row.getBigDecimal("annual_percent").stripTrailingZeros().toPlainString(),
                    row.getString("day_count"),
                    Money.rounded(row.getBigDecimal("amount"), statement.account().currency())
                        .text(),
                    row.getString("number")))
        .list();
  }
}
