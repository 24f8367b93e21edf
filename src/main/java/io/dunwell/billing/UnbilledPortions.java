package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Parts what is unbilled so that it is never in memory as a whole. Whatever is billed, priced or
 * limited together is of one contract, and a contract is never parted.
 */
@Component
class UnbilledPortions {

  private static final int LINES = 5_000;

  private static final String OPEN =
      """
      select b.contract, count(*) as lines from billing.billable_item b
      where b.delivered_on <= :day and not exists (
        select 1 from billing.v_billed x
        where x.billable_item = b.id and x.billed_on <= :day
          and (x.released_on is null or x.released_on > :day))
      group by b.contract""";

  private final JdbcClient jdbc;
  private final int atOnce;

  @Autowired
  UnbilledPortions(JdbcClient jdbc) {
    this(jdbc, LINES);
  }

  UnbilledPortions(JdbcClient jdbc, int atOnce) {
    this.jdbc = jdbc;
    this.atOnce = atOnce;
  }

  /** The contracts with something unbilled on a day, and others, those agreed first first. */
  List<Set<ContractId>> of(LocalDate day, Set<ContractId> others) {
    Map<UUID, Integer> lines = new HashMap<>();
    others.forEach(each -> lines.put(each.value(), 0));
    jdbc.sql(OPEN)
        .param("day", day)
        .query(
            row -> {
              lines.put(row.getObject(1, UUID.class), row.getInt(2));
            });
    List<Set<ContractId>> portions = new ArrayList<>();
    int inLast = atOnce;
    for (UUID contract : lines.keySet().stream().sorted().toList()) {
      if (inLast >= atOnce) {
        portions.add(new LinkedHashSet<>());
        inLast = 0;
      }
      portions.get(portions.size() - 1).add(new ContractId(contract));
      inLast += Math.max(1, lines.getOrDefault(contract, 0));
    }
    return portions;
  }
}
