package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds, in one statement, the accounts with an invoice that has reached its next step. */
@Component
class Candidates {

  private static final String CANDIDATES =
      """
      with step (policy, level, threshold) as (
        select * from unnest(cast(:policies as text[]), cast(:levels as int[]),
                             cast(:thresholds as int[]))
      ), assigned as (
        select distinct on (subject) subject, policy from dunning.policy_assignment
        where subject is not null and effective_on <= :day
        order by subject, effective_on desc, recorded_at desc, id desc
      )
      select distinct i.customer, i.currency
      from receivables.v_open_item i
      left join dunning.item_level l on l.item = i.id
      left join assigned own on own.subject = i.document
      left join assigned theirs on theirs.subject = i.customer
      join step s
        on s.policy = coalesce(own.policy, theirs.policy, cast(:company as text))
       and s.level in (0, coalesce(l.level, 0) + 1)
      where i.open > 0 and i.kind in ('INVOICE', 'DEBIT_NOTE')
        and i.issued_on <= :day
        and i.due_on <= cast(:day as date) - s.threshold
        and (s.level > 0
             or (coalesce(l.level, 0) = 0 and l.courtesy_on is null and i.due_on >= :day))
      order by i.customer, i.currency
      """;

  private final JdbcClient jdbc;
  private final PolicyShelf policies;

  Candidates(JdbcClient jdbc, PolicyShelf policies) {
    this.jdbc = jdbc;
    this.policies = policies;
  }

  List<AccountKey> on(LocalDate day) {
    PolicyBook book = policies.on(day);
    List<String> names = new ArrayList<>();
    List<Integer> levels = new ArrayList<>();
    List<Integer> thresholds = new ArrayList<>();
    for (Policy policy : book.byName().values()) {
      for (Level level : policy.levels()) {
        names.add(policy.name());
        levels.add(level.level());
        thresholds.add(level.threshold());
      }
    }
    return jdbc.sql(CANDIDATES)
        .param("policies", names.toArray(String[]::new))
        .param("levels", levels.toArray(Integer[]::new))
        .param("thresholds", thresholds.toArray(Integer[]::new))
        .param("company", book.company())
        .param("day", day)
        .query(
            (row, n) ->
                AccountReader.key(row.getObject("customer", UUID.class), row.getString("currency")))
        .list();
  }
}
