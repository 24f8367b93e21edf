package io.dunwell.billing;

import java.sql.Types;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes over from the register of a day nearby what is the same on another: from one day to the
 * next little is delivered, billed, proven or amended.
 */
@Component
class RegisterCopies {

  private static final String NEAREST =
      """
      select g.id, least(g.as_of, :day) as after, greatest(g.as_of, :day) as until
      from billing.register g
      where not g.summed and g.since = coalesce(cast(:since as date), date '-infinity')
      order by abs(g.as_of - :day) limit 1""";

  /** The contracts about which something is dated between two days, or a month ends. */
  private static final String DIFFERING =
      """
      with document as (
        select i.id, i.contract from billing.invoice i
        where (i.prepared_on > :after and i.prepared_on <= :until)
           or (i.issued_on > :after and i.issued_on <= :until)
           or (i.ended_on > :after and i.ended_on <= :until))
      select contract from billing.register_due where register = :register
      union
      select contract from billing.billable_item
       where delivered_on > :after and delivered_on <= :until
      union
      select b.contract from billing.billable_item b
       where b.delivered_on > cast(:after as date) - 31 and b.delivered_on <= :until
         and date_trunc('month', cast(b.delivered_on as timestamp)) + interval '1 month -1 day'
           between cast(:after as date) + 1 and :until
         and b.contract in (select v.id from contracts.v_contract_version v
                             where v.billing_rule = 'MONTHLY')
      union
      select v.id from contracts.v_contract_version v
       where v.effective_on > :after and v.effective_on <= :until
      union
      select b.contract from contracts.v_proof_span p
        join billing.billable_item b on b.delivery = p.delivery
       where (p.attached_on > :after and p.attached_on <= :until)
          or (p.withdrawn_on > :after and p.withdrawn_on <= :until)
      union
      select contract from document where contract is not null
      union
      select b.contract from document d
        join billing.invoice_line l on l.invoice = d.id
        join billing.billed_item x on x.line = l.id
        join billing.billable_item b on b.id = x.billable_item
      union
      select b.contract from billing.billed_item x
        join billing.billable_item b on b.id = x.billable_item
       where x.released_on > :after and x.released_on <= :until
      limit :most""";

  private static final String COPY =
      """
      insert into billing.register_line
        (register, contract, root, delivery, delivery_number, delivered_on, item, customer,
         contract_number, owner, currency, quantity, value, cause, billing_on, po_number, po_cap,
         po_until, po_used)
      select cast(:register as uuid), contract, root, delivery, delivery_number, delivered_on, item,
             customer, contract_number, owner, currency, quantity, value, cause, billing_on,
             po_number, po_cap, po_until, po_used
      from billing.register_line
      where register = :from and contract <> all(cast(:differing as uuid[]))""";

  private final JdbcClient jdbc;

  RegisterCopies(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A register that is kept.
   *
   * @param differing the contracts that may stand otherwise in the one that is wanted
   */
  record Beside(UUID register, List<UUID> differing) {}

  /**
   * The register of the nearest day.
   *
   * @param most beyond so many differing contracts it is of no use
   * @return null if there is none of use
   */
  @Nullable Beside find(RegisterTables.Wanted wanted, int most) {
    if (wanted.summed()) {
      return null;
    }
    return jdbc.sql(NEAREST)
        .param("day", wanted.day())
        .param("since", wanted.since(), Types.DATE)
        .query(
            (row, n) ->
                new Beside(
                    row.getObject("id", UUID.class),
                    jdbc.sql(DIFFERING)
                        .param("register", row.getObject("id", UUID.class))
                        .param("after", row.getDate("after").toLocalDate())
                        .param("until", row.getDate("until").toLocalDate())
                        .param("most", most + 1)
                        .query(UUID.class)
                        .list()))
        .optional()
        .filter(beside -> beside.differing().size() <= most)
        .orElse(null);
  }

  /** Takes over what is the same. */
  void copy(UUID to, Beside beside) {
    jdbc.sql(COPY)
        .param("register", to)
        .param("from", beside.register())
        .param("differing", texts(beside.differing()))
        .update();
  }

  static String[] texts(List<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
