package io.dunwell.receivables;

import io.dunwell.ledger.ExchangeRates;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Who owes what, and since when, at the end of any day. The amounts of a report always add up to
 * the control account, which is what customers owe less the money that waits to be applied.
 */
@Service
@Transactional(readOnly = true)
public class Ageing {

  private final AgeingRows rows;
  private final ExchangeRates rates;

  Ageing(AgeingRows rows, ExchangeRates rates) {
    this.rows = rows;
    this.rates = rates;
  }

  /**
   * The whole report.
   *
   * @throws RuleViolation {@code rate.missing} if it cannot be converted
   */
  public AgeingReport asOf(AgeingQuery query) {
    List<AgeingRow> all = new ArrayList<>();
    each(query, all::add);
    return new AgeingReport(query.asOf(), query.limits(), all);
  }

  /**
   * The rows of the report one after the other, as {@link #asOf}, for reports of any size. The
   * connection is busy meanwhile: the reader must not touch the database.
   */
  public void each(AgeingQuery query, Consumer<AgeingRow> reader) {
    Currency in = query.in();
    if (in == null) {
      rows.each(query, reader);
    } else {
      Map<Currency, BigDecimal> known = ratesTo(in, query.asOf());
      Merged merged = new Merged(reader);
      rows.each(
          query, row -> merged.add(row.converted(money -> converted(money, in, known, query))));
      merged.end();
    }
  }

  /**
   * One page of the report in any order, each row in its own currency, with the totals of all rows
   * that are found. Sorted, cut and added up by the database.
   */
  public AgeingSlice slice(AgeingQuery query, AgeingOrder order, int size, long offset) {
    return rows.slice(query, order, size, offset);
  }

  /** All rows that are found, in any order, one after the other. */
  public void each(AgeingQuery query, AgeingOrder order, Consumer<AgeingRow> reader) {
    rows.sorted(query, order, reader);
  }

  private Map<Currency, BigDecimal> ratesTo(Currency in, LocalDate day) {
    Map<Currency, BigDecimal> known = new HashMap<>();
    for (Currency from : rows.currencies()) {
      rates.rate(from, in, day).ifPresent(rate -> known.put(from, rate));
    }
    return known;
  }

  private static Money converted(
      Money money, Currency in, Map<Currency, BigDecimal> known, AgeingQuery query) {
    if (money.isZero()) {
      return Money.zero(in);
    }
    BigDecimal rate = known.get(money.currency());
    if (rate == null) {
      throw new RuleViolation(
          "rate.missing",
          Words.sentence(
              "There is no rate from %s to %s for %s. Enter one first.",
              money.currency(), in, query.asOf()));
    }
    return Money.rounded(money.amount().multiply(rate), in);
  }

  /** Adds up rows of the same key, which come one after the other. */
  private static final class Merged {

    private final Consumer<AgeingRow> reader;
    private @Nullable AgeingRow pending;

    Merged(Consumer<AgeingRow> reader) {
      this.reader = reader;
    }

    void add(AgeingRow row) {
      AgeingRow before = pending;
      if (before != null && before.key().equals(row.key())) {
        pending = before.plus(row);
      } else {
        end();
        pending = row;
      }
    }

    void end() {
      if (pending != null) {
        reader.accept(pending);
        pending = null;
      }
    }
  }
}
