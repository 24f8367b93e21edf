package io.dunwell.receipts.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.shared.DeskPage;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The money that came in, and what of it waits. */
@DeskPage
class ReceiptsPage {

  private static final Map<String, String> SORTS =
      Map.of(
          "label", "r.label",
          "customer", "c.number",
          "received", "r.received_on",
          "reference", "r.reference",
          "amount", "r.amount",
          "unapplied", "r.unapplied");

  private static final Columns<ReceiptRow> COLUMNS =
      Columns.<ReceiptRow>of("receipts")
          .text("label", "receipts.receipt", ReceiptRow::label)
          .date("received", "receipts.received", ReceiptRow::receivedOn)
          .text("customer", "receipts.customer.number", ReceiptRow::customerNumber)
          .text("name", "customers.name", ReceiptRow::customerName)
          .text("currency", "customers.currency", r -> r.amount().currency())
          .amount("amount", "receipts.amount", ReceiptRow::amount)
          .amount("unapplied", "receipts.unapplied", ReceiptRow::unapplied)
          .text("reference", "receipts.reference", ReceiptRow::reference)
          .date("cancelled", "receipt.cancelled", ReceiptRow::cancelledOn);

  /**
   * What the list is narrowed to.
   *
   * @param customer a customer's number
   * @param q part of a reference, or a receipt's number
   * @param waiting only those of which something is unapplied
   * @param ahead only those whose day has not come
   */
  record Filter(
      @Nullable String customer,
      @Nullable String q,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Boolean waiting,
      @Nullable Boolean ahead) {}

  private final Lists lists;
  private final Clock clock;

  ReceiptsPage(Lists lists, Clock clock) {
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping("/receipts")
  ModelAndView receipts(@RequestParam Map<String, String> params, Filter filter) {
    ListPage page = lists.page("receipts/receipts", params);
    page.list("receipts", lists.of(COLUMNS, query(filter), ReceiptRow::read));
    return page.with("filter", filter).answer();
  }

  private Query query(Filter filter) {
    Query query =
        Query.select(
                "r.*, c.number as customer_number, c.name",
                "receipts.v_receipt r join party.v_customer c on c.id = r.customer")
            .where("c.number = :customer", "customer", filter.customer())
            .find(filter.q() == null ? "" : filter.q(), "r.label", "r.reference", "c.name")
            .where("r.received_on >= :from", "from", filter.from())
            .where("r.received_on <= :to", "to", filter.to())
            .sortedBy(SORTS, "-received", "r.label desc");
    if (Boolean.TRUE.equals(filter.waiting())) {
      query.where("r.unapplied <> 0");
    }
    return Boolean.TRUE.equals(filter.ahead())
        ? query.where("r.received_on > :today", "today", LocalDate.now(clock))
        : query;
  }
}
