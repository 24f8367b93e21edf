package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Everything about one invoice in the order of time, read from what the modules publish. */
@Component
class InvoiceHistory {

  private static final String READ =
      """
      with doc as (select * from billing.invoice where id = :id),
      delivered as (
        select distinct i.delivery, i.delivery_line from billing.billed_item b
        join billing.invoice_line l on l.id = b.line
        join billing.billable_item i on i.id = b.billable_item
        where l.invoice = :id),
      items as (select o.id, o.label from receivables.v_open_item o join doc on doc.number = o.number)
      select * from (
        select null::timestamptz as at, v.effective_on as day, 'contract' as kind,
               v.number || ', version ' || v.version as what, v.title as text,
               null::text as by, v.id as ref, null::numeric as amount, null::text as currency
          from contracts.v_contract_version v
          join doc on doc.contract = v.id and doc.contract_version = v.version
        union all
        select d.recorded_at, d.delivered_on, 'delivery', d.delivery_number,
               initcap(d.kind) || ': ' || trim_scale(d.quantity) || ' ' || d.item, null, d.delivery, null, null
          from contracts.v_delivery_line d join delivered x on x.delivery_line = d.id
        union all
        select p.attached_at, p.attached_on, 'proof', p.name, upper(left(p.kind, 1)) || lower(replace(substr(p.kind, 2), '_', ' ')), p.attached_by, p.document, null, null
          from contracts.v_proof p
         where p.delivery in (select delivery from delivered)
        union all
        select a.recorded_at, a.business_on, 'act', a.act,
               (select coalesce(string_agg(
                         case when k.key = upper(k.key) then initcap(replace(k.key, '_', ' ')) else k.key end
                           || ': ' || k.value, ' · ' order by k.key <> 'before', k.key), '')
                  from jsonb_each_text(a.details) k), a.recorded_by, null, null, null
          from audit.v_act a
         where (a.subject = cast(:id as text) and a.subject_type = 'invoice'
                or a.subject = (select letter::text from doc) and a.subject_type = 'letter')
           and a.act not in ('invoice.approved', 'invoice.returned', 'invoice.passed-straight')
        union all
        select v.recorded_at, v.decided_on, 'verdict',
               initcap(v.verdict)
                 || coalesce(' by ' || initcap(replace(v.department, '_', ' ')), ''),
               coalesce(v.reason || ' · ', '') || 'version ' || v.revision || ', SHA-256 '
                 || v.version_hash, v.decided_by, null, null, null
          from approval.v_verdict v where v.invoice = :id
        union all
        select coalesce(m.sent_at, (select max(w.recorded_at) from audit.v_act w
                 where w.subject = cast(:id as text) and w.subject_type = 'invoice'
                   and w.act in ('invoice.issued', 'einvoice.registered'))), m.dated, 'letter', m.subject,
               case m.state when 'reserved' then 'waits in the outbox' else m.state end
                 || coalesce(' · to ' || m.to_address, ''), null, m.id, null, null
          from correspondence.v_letter m join doc on doc.letter = m.id
        union all
        select m.recorded_at, m.dated, 'memo', m.subject,
               case m.state when 'reserved' then 'waits in the outbox' else m.state end
                 || ' · to ' || m.recipient || ', ' || m.to_address, null, m.id, null, null
          from correspondence.v_memo m where m.about = cast(:id as text)
        union all
        select p.recorded_at, p.effective_on, 'posting', p.account,
               i.label, null, null, p.amount, p.currency
          from ledger.v_posting p join items i on i.id = p.item
        union all
        select a.recorded_at, a.effective_on, 'allocation', i.label,
               coalesce('taken back on ' || a.reversed_on, ''), a.recorded_by, a.receipt,
               a.amount, a.currency
          from receipts.v_allocation a join items i on i.id = a.item
        union all
        select null, q.raised_on, 'dispute', i.label, q.claim || ' · ' || q.state, q.raised_by, q.id,
               null, null
          from resolution.v_dispute q join items i on i.id = q.item
        union all
        select null, n.acted_on, 'notice', n.step, n.status || ', level ' || l.level,
               n.recorded_by, n.letter, null, null
          from dunning.v_notice_line l join dunning.v_notice n on n.id = l.notice
          join items i on i.id = l.item) h
      order by day, at nulls last, kind
      """;

  private final JdbcClient jdbc;

  InvoiceHistory(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<HistoryEntry> of(InvoiceId invoice) {
    return jdbc.sql(READ).param("id", invoice.value()).query(InvoiceHistory::entry).list();
  }

  /** Amounts are written as people read them. */
  private static String text(ResultSet row) throws SQLException {
    String text = row.getString("text");
    BigDecimal amount = row.getBigDecimal("amount");
    if (amount == null) {
      return text;
    }
    Currency currency = Currency.getInstance(row.getString("currency"));
    String money = Words.money(Money.rounded(amount, currency));
    return text.isEmpty() ? money : money + " · " + text;
  }

  private static HistoryEntry entry(ResultSet row, int index) throws SQLException {
    Timestamp at = row.getTimestamp("at");
    return new HistoryEntry(
        at == null ? null : at.toInstant(),
        row.getObject("day", LocalDate.class),
        row.getString("kind"),
        row.getString("what"),
        text(row),
        row.getString("by"),
        row.getObject("ref", UUID.class));
  }
}
