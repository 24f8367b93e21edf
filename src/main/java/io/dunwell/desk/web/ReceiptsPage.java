package io.dunwell.desk.web;

import io.dunwell.shared.DeskPage;
import io.dunwell.shared.export.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** The money that came in, and what of it waits. */
@DeskPage
class ReceiptsPage {

  private static final Map<String, String> SORTS =
      Map.of(
          "label", "r.label",
          "customer", "c.number",
          "received", "r.received_on",
          "amount", "r.amount",
          "unapplied", "r.unapplied");

  private static final Download<ReceiptRow> FILE =
      new Download<>(
          "receipts",
          List.of(
              Column.text("Receipt"),
              Column.date("Received"),
              Column.text("Customer"),
              Column.text("Name"),
              Column.text("Currency"),
              Column.amount("Amount"),
              Column.amount("Unapplied"),
              Column.text("Reference"),
              Column.date("Cancelled")),
          r ->
              new @Nullable Object[] {
                r.label(),
                r.receivedOn(),
                r.customerNumber(),
                r.customerName(),
                r.amount().currency().getCurrencyCode(),
                r.amount(),
                r.unapplied(),
                r.reference(),
                r.cancelledOn()
              });

  /**
   * What the list is narrowed to.
   *
   * @param customer a customer's number
   * @param q part of a reference, or a receipt's number
   * @param waiting only those of which something is unapplied
   */
  record Filter(
      @Nullable String customer,
      @Nullable String q,
      @Nullable LocalDate from,
      @Nullable LocalDate to,
      @Nullable Boolean waiting) {}

  private final Lists lists;

  ReceiptsPage(Lists lists) {
    this.lists = lists;
  }

  @GetMapping("/receipts")
  @Nullable String receipts(Asked asked, Filter filter, Model model, HttpServletResponse response)
      throws IOException {
    Query query = query(filter);
    if (asked.file().isPresent()) {
      FILE.send(
          response,
          asked.file().get(),
          reader -> lists.each(query, asked.sort(), ReceiptRow::read, reader));
      return null;
    }
    model.addAttribute("receipts", lists.page(query, asked, ReceiptRow::read));
    model.addAttribute("filter", filter);
    return "desk/receipts";
  }

  private static Query query(Filter filter) {
    String q = filter.q();
    Query query =
        Query.select(
                "r.*, c.number, c.name",
                "receipts.v_receipt r join party.v_customer c on c.id = r.customer")
            .where("c.number = :customer", "customer", filter.customer())
            .where(
                "(r.label ilike :q or r.reference ilike :q)",
                "q",
                q == null || q.isBlank() ? null : Query.containing(q))
            .where("r.received_on >= :from", "from", filter.from())
            .where("r.received_on <= :to", "to", filter.to())
            .sortedBy(SORTS, "-received", "r.label desc");
    return Boolean.TRUE.equals(filter.waiting()) ? query.where("r.unapplied <> 0") : query;
  }
}
