package io.dunwell.desk.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import java.util.Map;
import java.util.UUID;

/** What keeps an account from being chased: its promises, holds and disputes. */
final class HoldingBack {

  static final Columns<PromiseRow> PROMISES =
      Columns.<PromiseRow>of("promises")
          .date("made", "holds.made", PromiseRow::madeOn)
          .text("by", "receipt.by", PromiseRow::madeBy)
          .date("due", "promise.by", PromiseRow::dueOn)
          .text("currency", "customers.currency", r -> r.amount().currency())
          .amount("amount", "holds.amount", PromiseRow::amount)
          .amount("received", "holds.received", PromiseRow::received)
          .word("state", "holds.state", "promise.state.", PromiseRow::state)
          .text("note", "contact.note", PromiseRow::note);

  static final Columns<HoldRow> HOLDS =
      Columns.<HoldRow>of("holds")
          .word("reason", "holds.reason", "hold.reason.", HoldRow::reason)
          .text("label", "holds.what", HoldRow::label)
          .amount("amount", "holds.amount", HoldRow::amount)
          .date("from", "holds.from", HoldRow::fromOn)
          .date("until", "holds.until", HoldRow::untilOn)
          .text("why", "hold.why", HoldRow::why)
          .text("by", "receipt.by", HoldRow::placedBy)
          .date("released", "history.hold-released", HoldRow::releasedOn)
          .text("releaseWhy", "holds.release.why", HoldRow::releaseWhy);

  static final Columns<DisputeRow> DISPUTES =
      Columns.<DisputeRow>of("disputes")
          .date("raised", "holds.raised", DisputeRow::raisedOn)
          .text("by", "receipt.by", DisputeRow::raisedBy)
          .text("label", "holds.what", DisputeRow::label)
          .amount("amount", "holds.amount", DisputeRow::amount)
          .word("department", "dispute.department", "department.", DisputeRow::department)
          .text("claim", "dispute.claim", DisputeRow::claim)
          .word("state", "holds.state", "dispute.state.", DisputeRow::state)
          .text("finding", "holds.finding", DisputeRow::finding);

  private static final Map<String, String> PROMISE_SORTS =
      Map.of(
          "made", "p.made_on",
          "due", "p.due_on",
          "amount", "p.amount",
          "received", "p.received",
          "state", "p.state",
          "note", "p.note");

  private static final Map<String, String> HOLD_SORTS =
      Map.of(
          "reason", "h.reason",
          "label", "i.label",
          "amount", "h.amount",
          "from", "h.from_on",
          "until", "h.until_on",
          "why", "h.why");

  private static final Map<String, String> DISPUTE_SORTS =
      Map.of(
          "raised", "d.raised_on",
          "label", "i.label",
          "amount", "d.amount",
          "department", "d.department",
          "claim", "d.claim",
          "state", "d.state");

  private HoldingBack() {}

  static Query promises(UUID customer, String q) {
    return Query.select("p.*", "resolution.v_promise p")
        .where("p.customer = :customer", "customer", customer)
        .find(q, "p.note", "p.made_by", "p.state", "p.currency")
        .sortedBy(PROMISE_SORTS, "-made", "p.id desc");
  }

  static Query holds(UUID customer, String q) {
    return Query.select(
            "h.*, coalesce(h.currency, i.currency) as shown_currency, i.label",
            "resolution.v_hold h left join receivables.v_open_item i on i.id = h.item")
        .where("h.customer = :customer", "customer", customer)
        .find(q, "i.label", "h.reason", "h.why", "h.placed_by", "h.release_why")
        .sortedBy(HOLD_SORTS, "-from", "h.id desc");
  }

  static Query disputes(UUID customer, String q) {
    return Query.select(
            "d.*, i.label",
            "resolution.v_dispute d left join receivables.v_open_item i on i.id = d.item")
        .where("d.customer = :customer", "customer", customer)
        .find(q, "i.label", "d.department", "d.claim", "d.finding", "d.raised_by", "d.state")
        .sortedBy(DISPUTE_SORTS, "-raised", "d.id desc");
  }
}
