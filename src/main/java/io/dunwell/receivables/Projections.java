package io.dunwell.receivables;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Rebuilds from the ledger what is kept beside it for speed, and compares. */
@Service
@Transactional(readOnly = true)
public class Projections {

  private static final int MOST = 100;

  private static final String ITEMS =
      """
      select coalesce(v.label, p.item::text) as what, 'open' as projection, v.currency, v.open::text as kept,
             coalesce(p.amount, 0)::text as rebuilt
      from receivables.v_open_item v
      full join (
        select item, sum(amount) as amount, max(effective_on) as moved_on
        from ledger.v_amount where account = 'RECEIVABLE' group by item) p on p.item = v.id
      left join receivables.open_item i on i.id = v.id
      where v.open is distinct from p.amount or i.moved_on is distinct from p.moved_on
      limit :most
      """;

  private static final String RECEIPTS =
      """
      select coalesce(r.label, p.item::text) as what, 'unapplied' as projection, r.currency, r.unapplied::text as kept,
             (-p.amount)::text as rebuilt
      from receipts.v_receipt r
      full join (
        select item, sum(amount) as amount
        from ledger.v_amount where account = 'UNAPPLIED_CASH' group by item) p on p.item = r.id
      where r.unapplied is distinct from -p.amount
      limit :most
      """;

  private final JdbcClient jdbc;

  Projections(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What does not agree with the ledger, at most 100 of each kind: nothing, if all is well. */
  public List<Difference> differences() {
    return java.util.stream.Stream.of(ITEMS, RECEIPTS)
        .flatMap(sql -> jdbc.sql(sql).param("most", MOST).query(Difference.class).list().stream())
        .toList();
  }

  /**
   * A kept figure that the ledger does not confirm.
   *
   * @param what the item or receipt
   * @param projection which figure of it
   */
  public record Difference(
      String what, String projection, String currency, String kept, String rebuilt) {}
}
