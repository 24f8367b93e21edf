package io.dunwell.desk.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** All that happened on an account, from everyone who keeps a part of it. */
final class History {

  static final Columns<HistoryRow> COLUMNS =
      Columns.<HistoryRow>of("history")
          .date("day", "runs.day", HistoryRow::day)
          .word("kind", "holds.what", "history.", HistoryRow::kind)
          .text("label", "history.which", HistoryRow::label)
          .text("detail", "audit.details", HistoryRow::detail)
          .text(
              "currency",
              "customers.currency",
              r -> r.amount() == null ? null : r.amount().currency())
          .amount("amount", "holds.amount", HistoryRow::amount)
          .text("by", "receipt.by", HistoryRow::by);

  private static final Map<String, String> SORTS =
      Map.of(
          "day", "h.day",
          "kind", "h.kind",
          "label", "h.label",
          "detail", "h.detail",
          "amount", "h.amount",
          "by", "h.by");

  private static final String ALL =
      """
      (
      select min(issued_on) as day, 'document' as kind, number as label,
             lower(replace(kind, '_', ' ')) as detail, sum(amount) as amount, currency,
             null::text as by, null::uuid as link, 1 as rank
        from receivables.v_open_item where customer = :customer
        group by document, number, kind, currency
      union all
      select received_on, 'receipt', label, reference, amount, currency, recorded_by, id, 2
        from receipts.v_receipt where customer = :customer
      union all
      select cancelled_on, 'receipt-cancelled', label, reference, -amount, currency, null, id, 3
        from receipts.v_receipt where customer = :customer and cancelled_on is not null
      union all
      select a.effective_on, 'allocation', i.label,
             coalesce(r.label, k.label, a.reason), a.amount, a.currency, a.recorded_by, a.receipt, 4
        from receivables.v_open_item i
        join receipts.v_allocation a on a.item = i.id
        left join receipts.v_receipt r on r.id = a.receipt
        left join receivables.v_open_item k on k.id = a.credit_item
        where i.customer = :customer
      union all
      select a.reversed_on, 'allocation-reversed', i.label, a.reversed_because, -a.amount,
             a.currency, null, a.receipt, 5
        from receivables.v_open_item i
        join receipts.v_allocation a on a.item = i.id and a.reversed_on is not null
        where i.customer = :customer
      union all
      select opened_on, 'case', currency, null, null, currency, null, null, 6
        from dunning.v_case where customer = :customer
      union all
      select closed_on, 'case-closed', currency, close_reason, null, currency, null, null, 9
        from dunning.v_case where customer = :customer and closed_on is not null
      union all
      select acted_on, 'notice', step, lower(channel) || ', ' || lower(status), chased, currency,
             nullif(recorded_by, 'system'), letter, 7
        from dunning.v_notice where customer = :customer
      union all
      select closed_on, 'notice-withdrawn', step, closed_why, null, currency, closed_by, letter, 8
        from dunning.v_notice where customer = :customer and status = 'WITHDRAWN'
      union all
      select happened_on, 'contact', lower(kind),
             lower(replace(outcome, '_', ' ')) || coalesce(': ' || nullif(note, ''), ''),
             null, currency, logged_by, null, 7
        from resolution.v_contact where customer = :customer
      union all
      select d.from_on, 'hold', lower(d.reason), d.why, d.amount,
             coalesce(d.currency, i.currency), d.placed_by, null, 7
        from resolution.v_hold d left join receivables.v_open_item i on i.id = d.item
        where d.customer = :customer and d.reason not in ('PROMISE', 'DISPUTE')
      union all
      select released_on, 'hold-released', lower(reason), release_why, null,
             currency, released_by, null, 8
        from resolution.v_hold where customer = :customer and released_on is not null
          and reason not in ('PROMISE', 'DISPUTE')
      union all
      select made_on, 'promise', to_char(due_on, 'FMDD Mon YYYY'), note, amount, currency, made_by,
             null, 7
        from resolution.v_promise where customer = :customer
      union all
      select decided_on, 'promise-decided', lower(state), null, received, currency, null, null, 8
        from resolution.v_promise where customer = :customer and decided_on is not null
      union all
      select raised_on, 'dispute', lower(department), claim, amount, currency, raised_by, null, 7
        from resolution.v_dispute where customer = :customer
      union all
      select settled_on, 'dispute-settled', lower(state), finding, null, currency, settled_by, null,
             8
        from resolution.v_dispute where customer = :customer and settled_on is not null
      ) h""";

  private History() {}

  static Query of(UUID customer, @Nullable String kind, String q) {
    return Query.select("h.*", ALL.replace("\n", " "))
        .with("customer", customer)
        .where("h.kind like :kind || '%'", "kind", kind)
        .find(q, "h.label", "h.detail", "h.by", "h.kind")
        .sortedBy(SORTS, "-day", "h.rank desc, h.label");
  }
}
