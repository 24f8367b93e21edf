package io.dunwell.dunning;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One version of a dunning policy: when which step is due and what it costs.
 *
 * @param name what it is called
 * @param version counts from 1 within the name
 * @param minimumInterval days between two acts for an account, at least
 * @param minimumAmounts below which nothing is sent, by currency code; none where missing
 * @param calendar on which days accounts may be addressed
 * @param maxBankStatementAge days after which a bank statement is too old to chase by, or null
 * @param levels the courtesy note, if any, and the rungs in order
 */
public record Policy(
    String name,
    int version,
    int minimumInterval,
    Map<String, BigDecimal> minimumAmounts,
    SendingDays calendar,
    @Nullable Integer maxBankStatementAge,
    List<Level> levels) {

  public Policy {
    minimumAmounts = Map.copyOf(minimumAmounts);
    levels = List.copyOf(levels);
  }

  /** The rung with that number, empty above the top of the ladder. */
  public Optional<Level> level(int number) {
    return levels.stream().filter(level -> level.level() == number).findFirst();
  }

  /** The courtesy note before the due day, empty unless the policy has one. */
  public Optional<Level> courtesy() {
    return level(0);
  }

  /** Days between two acts before this one may be done. */
  int intervalBefore(Level level) {
    Integer own = level.minimumInterval();
    return own == null ? minimumInterval : own;
  }

  /** Below which nothing is sent at this level. */
  Optional<BigDecimal> minimumFor(Level level, Currency currency) {
    String code = currency.getCurrencyCode();
    return Optional.ofNullable(level.minimumAmounts().get(code))
        .or(() -> Optional.ofNullable(minimumAmounts.get(code)));
  }
}
