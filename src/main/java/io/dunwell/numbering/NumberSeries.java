package io.dunwell.numbering;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** How numbers look, and which are used. */
@Service
@Transactional
public class NumberSeries {

  private final JdbcClient jdbc;
  private final FiscalYears years;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  NumberSeries(JdbcClient jdbc, FiscalYears years, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.years = years;
    this.clock = clock;
    this.events = events;
  }

  /**
   * A series.
   *
   * @param pattern for example {@code INV/{fy}/{seq:6}}
   * @param last the last number used, null if none is
   * @param next the number that the next document of today's fiscal year gets, null if the pattern
   *     has no more
   * @param used how many are used
   * @param cancelled how many of these stand for nothing any more
   */
  public record Series(
      DocumentSeries kind,
      String pattern,
      @Nullable String last,
      @Nullable String next,
      int used,
      int cancelled) {}

  /** Every series. */
  @Transactional(readOnly = true)
  public List<Series> all() {
    return jdbc
        .sql(
            """
            select s.kind, s.pattern, count(u.number), count(c.number),
                   (array_agg(u.number order by u.fiscal_year desc, u.seq desc))[1],
                   coalesce(max(u.seq) filter (where u.fiscal_year = ?), 0) + 1
            from numbering.number_series s
            left join numbering.used_number u on u.kind = s.kind
            left join numbering.cancelled_number c on c.number = u.number
            group by s.kind, s.pattern""")
        .param(year().year())
        .query(
            (row, n) ->
                new Series(
                    DocumentSeries.valueOf(row.getString(1)),
                    row.getString(2),
                    row.getString(5),
                    next(row.getString(2), row.getInt(6)),
                    row.getInt(3),
                    row.getInt(4)))
        .list()
        .stream()
        .sorted(Comparator.comparing(Series::kind))
        .toList();
  }

  private @Nullable String next(String pattern, int seq) {
    try {
      return new NumberPattern(pattern).number(year().year(), year().firstMonth(), seq);
    } catch (RuleViolation exhausted) {
      return null;
    }
  }

  private FiscalYear year() {
    return years.of(LocalDate.now(clock));
  }

  /**
   * Changes how the numbers to come look.
   *
   * @throws RuleViolation {@code number-series.pattern}, {@code number-series.collides} if another
   *     series makes such numbers or has made some this fiscal year
   */
  public void change(DocumentSeries kind, String pattern, Actor by) {
    NumberPattern valid = new NumberPattern(pattern.strip());
    refuseIfShared(kind, valid);
    refuseIfUsedByAnother(kind, valid);
    jdbc.sql("update numbering.number_series set pattern = ? where kind = ?")
        .params(valid.text(), kind.name())
        .update();
    events.publishEvent(
        new Auditable(
            by,
            "number-series.changed",
            "number-series",
            kind.name(),
            Map.of("pattern", valid.text())));
  }

  /** All series are locked, so that two who change one each see what the other wants. */
  private void refuseIfShared(DocumentSeries kind, NumberPattern wanted) {
    jdbc
        .sql("select kind, pattern from numbering.number_series order by kind for update")
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .list()
        .stream()
        .filter(each -> !each.getKey().equals(kind.name()))
        .filter(each -> wanted.mayMeet(new NumberPattern(each.getValue())))
        .findFirst()
        .ifPresent(
            each -> {
              throw new RuleViolation(
                  "number-series.collides",
                  "The series %s has the pattern %s: both would make the same numbers. Choose other letters."
                      .formatted(words(each.getKey()), each.getValue()));
            });
  }

  private void refuseIfUsedByAnother(DocumentSeries kind, NumberPattern wanted) {
    jdbc.sql(
            """
            select number, kind from numbering.used_number
            where kind <> ? and fiscal_year >= ? and number ~ ? limit 1""")
        .params(kind.name(), year().year(), wanted.expression())
        .query((row, n) -> Map.entry(row.getString(1), row.getString(2)))
        .optional()
        .ifPresent(
            used -> {
              throw new RuleViolation(
                  "number-series.collides",
                  "Such numbers are used this year: %s, by the series %s. Choose other letters."
                      .formatted(used.getKey(), words(used.getValue())));
            });
  }

  private static String words(String kind) {
    return kind.toLowerCase(Locale.ROOT).replace('_', ' ');
  }
}
