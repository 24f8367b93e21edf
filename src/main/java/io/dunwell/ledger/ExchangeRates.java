package io.dunwell.ledger;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Exchange rates, each valid from its day until the next one. They are for looking at foreign
 * balances in one currency; the ledger itself never converts.
 */
@Service
@Transactional
public class ExchangeRates {

  private final JdbcClient jdbc;
  private final LedgerSettings settings;
  private final ApplicationEventPublisher events;

  ExchangeRates(JdbcClient jdbc, LedgerSettings settings, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.settings = settings;
    this.events = events;
  }

  /**
   * Sets what one unit of {@code from} is worth in {@code to} from that day on.
   *
   * @throws RuleViolation {@code rate.same-currency}, {@code rate.not-positive}
   */
  public void put(Currency from, Currency to, LocalDate effectiveOn, BigDecimal rate, Actor by) {
    if (from.equals(to)) {
      throw new RuleViolation("rate.same-currency", "A rate is between two currencies.");
    }
    if (rate.signum() <= 0) {
      throw new RuleViolation("rate.not-positive", "A rate is above zero.");
    }
    jdbc.sql(
            "insert into ledger.exchange_rate"
                + " (from_currency, to_currency, effective_on, rate, recorded_by)"
                + " values (?, ?, ?, ?, ?)"
                + " on conflict (from_currency, to_currency, effective_on)"
                + " do update set rate = excluded.rate, recorded_by = excluded.recorded_by,"
                + " recorded_at = clock_timestamp()")
        .params(from.getCurrencyCode(), to.getCurrencyCode(), effectiveOn, rate, by.name())
        .update();
    Map<String, String> details =
        Map.of("effectiveOn", effectiveOn.toString(), "rate", rate.toPlainString());
    events.publishEvent(new Auditable(by, "rate.set", "exchange-rate", from + "/" + to, details));
  }

  /** Sets several rates, or none of them; see {@link #put}. */
  public void putAll(List<ExchangeRate> rates, Actor by) {
    rates.forEach(rate -> put(rate.from(), rate.to(), rate.effectiveOn(), rate.rate(), by));
  }

  /** The rate on that day: the latest one set for it or before, or the inverse of the other way. */
  @Transactional(readOnly = true)
  public Optional<BigDecimal> rate(Currency from, Currency to, LocalDate day) {
    if (from.equals(to)) {
      return Optional.of(BigDecimal.ONE);
    }
    Optional<BigDecimal> direct = stored(from, to, day);
    return direct.isPresent()
        ? direct
        : stored(to, from, day).map(rate -> BigDecimal.ONE.divide(rate, MathContext.DECIMAL64));
  }

  /** The amount at that day's rate, rounded to the other currency; empty if there is no rate. */
  @Transactional(readOnly = true)
  public Optional<Money> convert(Money amount, Currency to, LocalDate day) {
    return rate(amount.currency(), to, day)
        .map(rate -> Money.rounded(amount.amount().multiply(rate), to));
  }

  /** The currency in which the company looks at all others. */
  public Currency companyCurrency() {
    return settings.companyCurrency();
  }

  /** All rates, by currencies and day. */
  @Transactional(readOnly = true)
  public List<ExchangeRate> all() {
    return jdbc.sql(
            "select from_currency, to_currency, effective_on, rate from ledger.exchange_rate"
                + " order by from_currency, to_currency, effective_on")
        .query(
            (row, n) ->
                new ExchangeRate(
                    Currency.getInstance(row.getString("from_currency")),
                    Currency.getInstance(row.getString("to_currency")),
                    row.getObject("effective_on", LocalDate.class),
                    row.getBigDecimal("rate").stripTrailingZeros()))
        .list();
  }

  private Optional<BigDecimal> stored(Currency from, Currency to, LocalDate day) {
    return jdbc.sql(
            "select rate from ledger.exchange_rate where from_currency = ? and to_currency = ?"
                + " and effective_on <= ? order by effective_on desc limit 1")
        .params(from.getCurrencyCode(), to.getCurrencyCode(), day)
        .query(BigDecimal.class)
        .optional()
        .map(BigDecimal::stripTrailingZeros);
  }
}
