package io.dunwell.billing;

import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
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
class Numbering {

  private static final String NEXT =
      """
      insert into billing.series_year as y (kind, fiscal_year, last_number) values (?, ?, 1)
      on conflict (kind, fiscal_year) do update set last_number = y.last_number + 1
      returning last_number""";

  private static final String SEVERAL =
      """
      insert into billing.series_year as y (kind, fiscal_year, last_number) values (?, ?, ?)
      on conflict (kind, fiscal_year) do update
        set last_number = y.last_number + excluded.last_number
      returning last_number""";

  private static final String USE =
      """
      insert into billing.used_number
        (number, kind, fiscal_year, seq, invoice, used_on, recorded_by)
      values (?, ?, ?, ?, ?, ?, ?)""";

  private static final String CANCEL =
      """
      insert into billing.cancelled_number (number, reason, cancelled_on, recorded_by)
      values (?, ?, ?, ?)""";

  private final JdbcClient jdbc;
  private final JdbcOperations batch;
  private final BillingSettings settings;

  Numbering(JdbcClient jdbc, JdbcOperations batch, BillingSettings settings) {
    this.jdbc = jdbc;
    this.batch = batch;
    this.settings = settings;
  }

  /** The next number of that kind's series in the day's fiscal year. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(InvoiceKind kind, LocalDate on, UUID invoice, Actor by) {
    return next(DocumentSeries.of(kind), on, invoice, by);
  }

  /** The next number of that series in the day's fiscal year. */
  @Transactional(propagation = Propagation.MANDATORY)
  public String next(DocumentSeries kind, LocalDate on, UUID invoice, Actor by) {
    FiscalYear year = FiscalYear.of(on, settings.fiscalYearStart());
    int seq = jdbc.sql(NEXT).params(kind.name(), year.year()).query(Integer.class).single();
    String number = pattern(kind).number(year.year(), year.firstMonth(), seq);
    jdbc.sql(USE).params(number, kind.name(), year.year(), seq, invoice, on, by.name()).update();
    return number;
  }

  /** The next numbers of that kind's series, one for each of these documents in their order. */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<String> nextAll(InvoiceKind kind, LocalDate on, List<UUID> invoices, Actor by) {
    if (invoices.isEmpty()) {
      return List.of();
    }
    FiscalYear year = FiscalYear.of(on, settings.fiscalYearStart());
    DocumentSeries series = DocumentSeries.of(kind);
    NumberPattern pattern = pattern(series);
    int last =
        jdbc.sql(SEVERAL)
            .params(series.name(), year.year(), invoices.size())
            .query(Integer.class)
            .single();
    List<String> numbers = new ArrayList<>(invoices.size());
    List<Object[]> used = new ArrayList<>(invoices.size());
    for (UUID invoice : invoices) {
      int seq = last - invoices.size() + numbers.size() + 1;
      String number = pattern.number(year.year(), year.firstMonth(), seq);
      numbers.add(number);
      used.add(new Object[] {number, series.name(), year.year(), seq, invoice, on, by.name()});
    }
    batch.batchUpdate(USE, used);
    return numbers;
  }

  /** Notes why a number that was used stands for nothing any more. */
  @Transactional(propagation = Propagation.MANDATORY)
  public void cancel(String number, String reason, LocalDate on, Actor by) {
    jdbc.sql(CANCEL).params(number, reason, on, by.name()).update();
  }

  private NumberPattern pattern(DocumentSeries kind) {
    return new NumberPattern(
        jdbc.sql("select pattern from billing.number_series where kind = ?")
            .param(kind.name())
            .query(String.class)
            .single());
  }
}
