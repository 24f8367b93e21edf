package io.dunwell.receipts.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.party.Customers;
import io.dunwell.receipts.AllocationView;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receipts.ReceiptView;
import io.dunwell.receipts.Receipts;
import io.dunwell.receivables.ItemId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** One receipt: what it paid, and what it could pay. */
@DeskPage
class ReceiptPage {

  private static final Columns<AllocationRow> ALLOCATIONS =
      Columns.<AllocationRow>of("allocations")
          .text("document", "item.document", AllocationRow::label)
          .date("effective", "receipt.effective", AllocationRow::effectiveOn)
          .text("currency", "customers.currency", r -> r.amount().currency())
          .amount("amount", "receipts.amount", AllocationRow::amount)
          .text("by", "receipt.by", AllocationRow::by)
          .date("reversed", "receipt.takenback", AllocationRow::reversedOn)
          .text("reason", "receipt.reason", AllocationRow::reversedBecause);

  private static final Columns<Payable> ITEMS =
      Columns.<Payable>of("open-items")
          .text("document", "item.document", Payable::label)
          .date("due", "item.due", Payable::dueOn)
          .text("currency", "customers.currency", r -> r.open().currency())
          .amount("open", "item.open", Payable::open);

  private final Receipts receipts;
  private final OpenItems items;
  private final Customers customers;
  private final Lists lists;

  ReceiptPage(Receipts receipts, OpenItems items, Customers customers, Lists lists) {
    this.receipts = receipts;
    this.items = items;
    this.customers = customers;
    this.lists = lists;
  }

  @GetMapping("/receipts/{id}")
  ModelAndView receipt(@PathVariable UUID id, @RequestParam Map<String, String> params) {
    ReceiptView receipt = receipts.view(new ReceiptId(id));
    ListPage page = lists.page("receipts/receipt", params);
    page.also("allocations", lists.of(ALLOCATIONS, allocations(receipt.id())));
    Query payouts =
        PayoutRow.all(params.getOrDefault("payouts.q", ""))
            .where("(p.receipt = :receipt or p.to_receipt = :receipt)")
            .with("receipt", id);
    page.also("payouts", lists.of(PayoutRow.COLUMNS, payouts, PayoutRow::read));
    if (receipt.unapplied().isPositive()) {
      Query payable = payable(receipt, params.getOrDefault("items.q", ""));
      page.also(
          "items", lists.of(ITEMS, payable, (row, n) -> Payable.read(row, receipt.unapplied())));
    }
    return page.with("receipt", receipt)
        .with("customer", customers.view(receipt.customer()))
        .answer();
  }

  private List<AllocationRow> allocations(ReceiptId receipt) {
    List<AllocationView> all = receipts.allocationsOf(receipt);
    Map<ItemId, ItemView> paid = items.views(all.stream().map(AllocationView::item).toList());
    return all.stream().map(each -> row(each, paid.get(each.item()))).toList();
  }

  private static AllocationRow row(AllocationView allocation, @Nullable ItemView item) {
    return new AllocationRow(
        allocation.id().value(),
        item == null ? "" : item.label(),
        allocation.amount(),
        allocation.effectiveOn(),
        allocation.reversedOn(),
        allocation.reversedBecause(),
        allocation.recordedBy());
  }

  /** The account's open items. */
  private static Query payable(ReceiptView receipt, String q) {
    return Query.select("i.*", "receivables.v_open_item i")
        .where("i.open > 0")
        .where("i.customer = :customer", "customer", receipt.customer().value())
        .where("i.currency = :currency", "currency", receipt.amount().currency().getCurrencyCode())
        .find(q, "i.label", "i.reference")
        .sortedBy(
            Map.of("document", "i.label", "due", "i.due_on", "open", "i.open"), "due", "i.label");
  }

  /** An item with the amount that the form proposes: what the receipt could pay of it. */
  record Payable(UUID id, String label, LocalDate dueOn, Money open, Money proposed) {

    static Payable read(ResultSet row, Money unapplied) throws SQLException {
      Money open = RowReader.money(row, "open");
      return new Payable(
          RowReader.id(row, "id"),
          RowReader.text(row, "label"),
          RowReader.day(row, "due_on"),
          open,
          open.min(unapplied));
    }
  }
}
