package io.dunwell.desk.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.Query;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/** What is open on an account, with what is held of it and how far it has climbed. */
final class Items {

  static final Columns<ItemRow> COLUMNS =
      Columns.<ItemRow>of("open-items")
          .text("number", "item.document", ItemRow::label)
          .word("kind", "item.kind", "document.kind.", ItemRow::kind)
          .date("issued", "item.issued", ItemRow::issuedOn)
          .date("due", "item.due", ItemRow::dueOn)
          .text("currency", "customers.currency", r -> r.open().currency())
          .amount("amount", "item.amount", ItemRow::amount)
          .amount("open", "item.open", ItemRow::open)
          .amount("held", "item.onhold", ItemRow::held)
          .text("heldBecause", "hold.why", ItemRow::heldBecause)
          .number("level", "item.level", ItemRow::level);

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "i.label",
          "issued", "i.issued_on",
          "due", "i.due_on",
          "amount", "i.amount",
          "open", "i.open",
          "level", "l.level");

  private static final String FROM =
      """
      receivables.v_open_item i
      left join dunning.v_item_level l on l.item = i.id
      left join lateral (
        select case when count(*) > 0 then least(sum(coalesce(h.amount, i.open)), i.open) end as held,
               string_agg(lower(h.reason) || ': ' || h.why, '; ') as held_because
        from resolution.v_hold h
        where h.item = i.id and h.from_on <= :today
          and (h.until_on is null or h.until_on >= :today)
          and (h.released_on is null or h.released_on > :today)
      ) deco on true""";

  private Items() {}

  static Query open(UUID customer, String currency, LocalDate today, String q) {
    return Query.select(
            "i.id, i.label, i.number, i.kind, i.issued_on, i.due_on, i.amount, i.open, i.currency,"
                + " coalesce(l.level, 0) as level, deco.held, deco.held_because",
            FROM.replace("\n", " "))
        .with("today", today)
        .where("i.open <> 0")
        .where("i.customer = :customer", "customer", customer)
        .where("i.currency = :currency", "currency", currency)
        .find(q, "i.label", "i.kind", "i.reference")
        .sortedBy(SORTS, "due", "i.label");
  }
}
