package io.dunwell.numbering;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Gives out numbers without gaps. The counter's row stays locked until the issuing transaction
 * ends: if that rolls back, so does the counter, and the next one gets the same number.
 */
@Component
public class Numbering {

  private static final String NEXT =
      """
      insert into numbering.series_year as y (kind, fiscal_year, last_number) values (?, ?, 1)
      on conflict (kind, fiscal_year) do update set last_number = y.last_number + 1
      returning last_number""";

  private static final String SEVERAL =
      """
      insert into numbering.series_year as y (kind, fiscal_year, last_number) values (?, ?, ?)
      on conflict (kind, fiscal_year) do update
        set last_number = y.last_number + excluded.last_number
      returning last_number""";

  private static final String USE =
      """
      insert into numbering.used_number
        (number, kind, fiscal_year, seq, invoice, used_on, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?)""";

  private static final String CANCEL =
      """
      insert into numbering.cancelled_number (number, reason, cancelled_on, recorded_by)
      values (?, ?, ?, ?)""";

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final FiscalYears years;

  Numbering(JdbcClient jdbc, JdbcOperations batch, FiscalYears years) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.years = years;
  }

  /**
   * The next number of that series in the day's fiscal year.
   *
   * @throws RuleViolation {@code number-series.exhausted}, {@code number-series.collides}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(DocumentSeries series, LocalDate on, UUID document, Actor by) {
    FiscalYear year = years.of(on);
    int seq = jdbc.sql(NEXT).params(series.name(), year.year()).query(Integer.class).single();
    String number = pattern(series).number(year.year(), year.firstMonth(), seq);
    try {
      jdbc.sql(USE)
          .params(number, series.name(), year.year(), seq, document, on, by.name())
          .update();
    } catch (DuplicateKeyException taken) {
      throw collision(number);
    }
    return number;
  }

  /**
   * The next numbers of that series, one for each of these documents in their order.
   *
   * @throws RuleViolation as {@link #next}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> nextAll(DocumentSeries series, LocalDate on, List<UUID> documents, Actor by) {
    if (documents.isEmpty()) {
      return List.of();
    }
    FiscalYear year = years.of(on);
    NumberPattern pattern = pattern(series);
    int last =
        jdbc.sql(SEVERAL)
            .params(series.name(), year.year(), documents.size())
            .query(Integer.class)
            .single();
    List<String> numbers = new ArrayList<>(documents.size());
    List<Object[]> used = new ArrayList<>(documents.size());
    for (UUID document : documents) {
      int seq = last - documents.size() + numbers.size() + 1;
      String number = pattern.number(year.year(), year.firstMonth(), seq);
      numbers.add(number);
      used.add(new Object[] {number, series.name(), year.year(), seq, document, on, by.name()});
    }
    try {
      batch.batchUpdate(USE, used);
    } catch (DuplicateKeyException taken) {
      throw collision(numbers.get(0));
    }
    return numbers;
  }

  private static RuleViolation collision(String number) {
    return new RuleViolation(
        "number-series.collides",
        "Another document has the number %s or one after it. Change the pattern under Number series."
            .formatted(number));
  }

  /** Notes why a number that was used stands for nothing any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancel(String number, String reason, LocalDate on, Actor by) {
    jdbc.sql(CANCEL).params(number, reason, on, by.name()).update();
  }

  private NumberPattern pattern(DocumentSeries series) {
    return new NumberPattern(
        jdbc.sql("select pattern from numbering.number_series where kind = ?")
            .param(series.name())
            .query(String.class)
            .single());
  }
}
