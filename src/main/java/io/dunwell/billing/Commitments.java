package io.dunwell.billing;

import io.dunwell.contracts.Commitment;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.MonthlyCommitments;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Bills what is missing to the minimum commitment of a month, once, and credits what turns out to
 * be too much because deliveries were billed later.
 */
@Component
class Commitments {

  /**
   * What is billed of deliveries of a month. What was credited for another reason than that goods
   * came back, or are billed again, does not make the customer owe more.
   */
  private static final String BILLED =
      """
      select i.contract, l.item,
             date_trunc('month', coalesce(o.delivered_on, l.delivered_on)::timestamp)::date as month,
             sum(case when i.kind = 'CREDIT_NOTE' then -l.net else l.net end) as net,
             coalesce(sum(case when i.kind = 'CREDIT_NOTE' then -l.net else l.net end)
               filter (where i.status = 'ISSUED'), 0) as issued
      from billing.invoice i
      join billing.invoice_line l on l.invoice = i.id
      left join billing.invoice_line o on o.id = l.original_line
      where i.contract = any(cast(? as uuid[])) and i.kind <> 'ADVANCE'
        and i.status not in ('CANCELLED', 'WITHDRAWN')
        and coalesce(o.delivered_on, l.delivered_on) is not null
        and not exists (select 1 from billing.billed_commitment c
                         where c.line = coalesce(l.original_line, l.id))
        and (i.kind <> 'CREDIT_NOTE'
             or exists (select 1 from billing.billed_item x where x.line = l.id and x.living)
             or exists (select 1 from billing.billed_again g where g.note = i.id))
      group by 1, 2, 3""";

  private static final String SETTLED =
      """
      select contract, item, month from billing.billed_commitment
      where living and contract = any(cast(? as uuid[]))""";

  private static final String STANDING =
      """
      select c.contract, c.item, c.month, c.line, l.invoice,
             l.net - coalesce((
               select sum(n.net) from billing.invoice_line n
               join billing.invoice v on v.id = n.invoice
               where n.original_line = c.line and v.kind = 'CREDIT_NOTE'
                 and v.status not in ('CANCELLED', 'WITHDRAWN')), 0) as standing
      from billing.billed_commitment c
      join billing.invoice_line l on l.id = c.line
      join billing.invoice i on i.id = l.invoice
      where c.living and i.status = 'ISSUED' and c.contract = any(cast(? as uuid[]))
      order by c.contract, c.month, c.item""";

  private static final String KEEP =
      """
      insert into billing.billed_commitment (line, contract, item, month)
      values (?, ?, ?, ?)""";

  private final MonthlyCommitments agreed;
  private final JdbcClient jdbc;
  private final JdbcTemplate batch;

  Commitments(MonthlyCommitments agreed, JdbcClient jdbc, JdbcTemplate batch) {
    this.agreed = agreed;
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** What is committed for. */
  record Key(UUID contract, String item, YearMonth month) {

    static Key of(Commitment commitment) {
      return new Key(commitment.contract().value(), commitment.item(), commitment.month());
    }
  }

  /**
   * What is billed for a month.
   *
   * @param net of all living documents, {@code issued} of those that are issued
   */
  record Billed(BigDecimal net, BigDecimal issued) {

    static final Billed NOTHING = new Billed(BigDecimal.ZERO, BigDecimal.ZERO);
  }

  /**
   * More than is missing to a commitment.
   *
   * @param line that billed what was missing
   * @param amount what of it is too much
   */
  record Excess(UUID invoice, UUID line, YearMonth month, BigDecimal amount) {}

  /** The contracts on which anything was ever committed for. */
  Set<ContractId> contracts() {
    return agreed.contracts();
  }

  /**
   * The commitments of these contracts for months that are over by a day, and what of them is
   * billed.
   *
   * @param items all that is unbilled of the contracts
   */
  OwedCommitments owed(LocalDate upTo, Set<ContractId> contracts, List<UnbilledItem> items) {
    List<Commitment> all = agreed.until(upTo, contracts);
    if (all.isEmpty()) {
      return new OwedCommitments(List.of(), Map.of(), items, List.of());
    }
    String[] committed =
        all.stream()
            .map(each -> each.contract().value().toString())
            .distinct()
            .toArray(String[]::new);
    Map<Key, Billed> billed = billed(committed);
    Set<Key> settled = new HashSet<>();
    jdbc.sql(SETTLED)
        .param((Object) committed)
        .query(
            row -> {
              settled.add(key(row));
            });
    List<Commitment> open = all.stream().filter(each -> !settled.contains(Key.of(each))).toList();
    return new OwedCommitments(open, billed, items, tooMuch(all, committed, billed));
  }

  /** What was billed of commitments that deliveries have reached since. */
  private List<Excess> tooMuch(List<Commitment> all, String[] contracts, Map<Key, Billed> billed) {
    Map<Key, Commitment> known = new HashMap<>();
    all.forEach(each -> known.put(Key.of(each), each));
    List<Excess> excess = new ArrayList<>();
    jdbc.sql(STANDING)
        .param((Object) contracts)
        .query(
            row -> {
              Key key = key(row);
              Commitment commitment = known.get(key);
              if (commitment != null) {
                BigDecimal standing = row.getBigDecimal("standing");
                BigDecimal reached = billed.getOrDefault(key, Billed.NOTHING).issued();
                BigDecimal over = reached.add(standing).subtract(commitment.amount().amount());
                BigDecimal amount = over.min(standing);
                if (amount.signum() > 0) {
                  excess.add(
                      new Excess(
                          row.getObject("invoice", UUID.class),
                          row.getObject("line", UUID.class),
                          key.month(),
                          amount));
                }
              }
            });
    return excess;
  }

  /**
   * Notes which lines bill commitments.
   *
   * @throws RuleViolation {@code billing-run.overtaken}
   */
  void keep(List<OwedCommitments.Due> dues) {
    try {
      batch.batchUpdate(
          KEEP,
          dues.stream()
              .map(
                  due ->
                      new Object[] {
                        BilledLines.idOf(due.line()),
                        due.commitment().contract().value(),
                        due.commitment().item(),
                        due.commitment().month().atDay(1)
                      })
              .toList());
    } catch (DuplicateKeyException e) {
      throw new RuleViolation(
          "billing-run.overtaken", "Another run has just billed this commitment.");
    }
  }

  private Map<Key, Billed> billed(String[] contracts) {
    Map<Key, Billed> billed = new HashMap<>();
    jdbc.sql(BILLED)
        .param((Object) contracts)
        .query(
            row -> {
              billed.put(
                  key(row), new Billed(row.getBigDecimal("net"), row.getBigDecimal("issued")));
            });
    return billed;
  }

  private static Key key(java.sql.ResultSet row) throws java.sql.SQLException {
    return new Key(
        row.getObject("contract", UUID.class),
        row.getString("item"),
        YearMonth.from(row.getObject("month", LocalDate.class)));
  }
}
