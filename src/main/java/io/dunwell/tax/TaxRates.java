package io.dunwell.tax;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The table of rates. Rates are dated and only added to: each counts until the day before the next
 * one of its code and component, and a day that has passed under a rate keeps it.
 */
@Service
@Transactional
public class TaxRates {

  private static final String VIEW =
      """
      select r.*, (min(r.valid_from) over (
               partition by scheme, code, component order by valid_from
               range between interval '1 day' following and unbounded following)) - 1
                 as valid_until
        from (select distinct on (scheme, code, component, valid_from, price_up_to) *
                from tax.rate
               where scheme = :scheme and (:code::text is null or :code like code || '%')
               order by scheme, code, component, valid_from, price_up_to, recorded_at desc) r
       order by code, component, valid_from, price_up_to
      """;

  private final JdbcClient jdbc;
  private final TaxSchemes schemes;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  TaxRates(JdbcClient jdbc, TaxSchemes schemes, Clock clock, ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.schemes = schemes;
    this.clock = clock;
    this.events = events;
  }

  /**
   * The rates of a scheme.
   *
   * @param code only those that bear on this code, shorter ones included; {@code null} for all
   * @param on only those that count on this day; {@code null} for all
   */
  @Transactional(readOnly = true)
  public List<TaxRateView> all(String scheme, @Nullable String code, @Nullable LocalDate on) {
    return jdbc
        .sql(VIEW)
        .param("scheme", schemes.named(scheme).name())
        .param("code", code)
        .query(TaxRateRows::view)
        .list()
        .stream()
        .filter(rate -> on == null || counts(rate, on))
        .toList();
  }

  /**
   * Enters a rate.
   *
   * @throws RuleViolation {@code tax-rate.in-force} if that changed a day that has passed, {@code
   *     tax-rate.negative}, {@code tax-rate.unit-missing}, {@code tax-scheme.unknown}
   */
  public void put(NewTaxRate rate, Actor by) {
    if (rate.rate().signum() < 0) {
      throw new RuleViolation("tax-rate.negative", "A rate is nought or more.");
    }
    schemes.named(rate.scheme());
    refuseUnlessPerKnownUnit(rate);
    before(rate).ifPresent(former -> keepThePast(rate, former));
    jdbc.sql(
            """
            insert into tax.rate (id, scheme, code, component, rate, valid_from, law,
                                  recorded_by, unit, price_up_to)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Ids.next(),
            rate.scheme(),
            rate.code(),
            rate.component().name(),
            rate.rate(),
            rate.from(),
            rate.law(),
            by.name(),
            rate.unit(),
            rate.priceUpTo())
        .update();
    events.publishEvent(
        new Auditable(
            by,
            "tax-rate.entered",
            "tax-rate",
            rate.scheme() + " " + rate.code() + " " + rate.component(),
            Map.of(
                "rate", rate.rate().toPlainString(),
                "from", rate.from().toString(),
                "law", rate.law())));
  }

  private static void refuseUnlessPerKnownUnit(NewTaxRate rate) {
    String unit = rate.unit();
    boolean known = unit != null && UnitOfQuantity.isKnown(unit);
    boolean per = rate.component() == RateComponent.CESS_SPECIFIC || rate.priceUpTo() != null;
    if (per ? !known : unit != null) {
      throw new RuleViolation(
          "tax-rate.unit-missing",
          "A rate per unit, or up to a price of one, says which unit, for example TON or PCS; any other has none.");
    }
  }

  private Optional<TaxRateView> before(NewTaxRate rate) {
    return all(rate.scheme(), rate.code(), rate.from()).stream()
        .filter(row -> row.code().equals(rate.code()) && row.component() == rate.component())
        .findFirst();
  }

  private void keepThePast(NewTaxRate rate, TaxRateView former) {
    if (rate.from().isBefore(LocalDate.now(clock))) {
      throw new RuleViolation(
          "tax-rate.in-force",
          "Since "
              + former.from()
              + " "
              + rate.code()
              + " has had a rate, and days that have passed keep it: enter the new one from today"
              + " or later.");
    }
  }

  private static boolean counts(TaxRateView rate, LocalDate on) {
    LocalDate until = rate.until();
    return !rate.from().isAfter(on) && (until == null || !until.isBefore(on));
  }
}
