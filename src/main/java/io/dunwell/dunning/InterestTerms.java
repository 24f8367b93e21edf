package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * At which rate interest can be claimed: as it was charged last, else as the item's policy says,
 * else as the house usually claims.
 */
@Component
class InterestTerms {

  private static final String CHARGED_LAST =
      """
      select distinct on (s.item) s.item, s.annual_percent, s.day_count
      from dunning.interest_share s join dunning.charge c on c.id = s.charge
      where s.item = any(cast(:items as uuid[])) and c.taken_back_on is null
      order by s.item, s.until_on desc
      """;

  private final JdbcClient jdbc;
  private final AccountReader accounts;
  private final DossierSettings settings;

  InterestTerms(JdbcClient jdbc, AccountReader accounts, DossierSettings settings) {
    this.jdbc = jdbc;
    this.accounts = accounts;
    this.settings = settings;
  }

  /** What holds for items without terms of their own. */
  Interest usual() {
    return new Interest(settings.interestPercent(), DayCount.ACT_365);
  }

  /** The terms of those of the account's items that have any. */
  Map<UUID, Interest> of(AccountKey account, Collection<UUID> items, LocalDate day) {
    Map<UUID, Interest> terms = new HashMap<>();
    for (AccountFacts facts : accounts.read(List.of(account), day, false)) {
      facts.items().forEach(item -> ofPolicy(item).ifPresent(t -> terms.put(item.item(), t)));
    }
    jdbc.sql(CHARGED_LAST)
        .param("items", FactQueries.texts(items))
        .query(
            row -> {
              terms.put(
                  row.getObject("item", UUID.class),
                  new Interest(
                      row.getBigDecimal("annual_percent").stripTrailingZeros(),
                      DayCount.of(row.getString("day_count"))));
            });
    return terms;
  }

  /** Of the rung that it stands on, else of the highest one below, else of the first above. */
  private static Optional<Interest> ofPolicy(ItemFacts item) {
    List<Level> charging =
        item.policy().levels().stream().filter(level -> level.interest() != null).toList();
    return charging.stream()
        .filter(level -> level.level() <= item.level())
        .max(Comparator.comparingInt(Level::level))
        .or(() -> charging.stream().findFirst())
        .map(Level::interest);
  }
}
