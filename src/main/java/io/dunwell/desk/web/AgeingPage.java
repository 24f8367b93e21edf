package io.dunwell.desk.web;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.TrialBalanceLine;
import io.dunwell.party.Customers;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.TableFormat;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who owes what since when, on any day, tied out to the ledger. */
@DeskPage
class AgeingPage {

  /**
   * What the report is narrowed to.
   *
   * @param asOf the day, today if missing
   * @param by customer if missing
   * @param customer a customer's number
   */
  record Filter(
      @Nullable LocalDate asOf,
      @Nullable AgeingBy by,
      @Nullable String customer,
      @Nullable String collector,
      @Nullable String currency) {}

  /** How one currency ties out. */
  record TieOut(Money report, Money ledger) {

    public boolean holds() {
      return report.equals(ledger);
    }
  }

  private final Ageing ageing;
  private final Ledger ledger;
  private final Customers customers;
  private final Clock clock;

  AgeingPage(Ageing ageing, Ledger ledger, Customers customers, Clock clock) {
    this.ageing = ageing;
    this.ledger = ledger;
    this.customers = customers;
    this.clock = clock;
  }

  @GetMapping("/ageing")
  @Nullable String ageing(Asked asked, Filter filter, Model model, HttpServletResponse response)
      throws IOException {
    AgeingQuery query = query(filter);
    if (asked.file().isPresent()) {
      send(query, asked.file().get(), response);
      return null;
    }
    AgeingSorter rows = new AgeingSorter(asked.sort());
    ageing.each(query, rows::add);
    model.addAttribute("rows", page(rows.sorted(), asked.number()));
    model.addAttribute("spans", spans(query.limits()));
    model.addAttribute("asOf", query.asOf());
    model.addAttribute("by", query.by());
    model.addAttribute("bys", AgeingBy.values());
    model.addAttribute("filter", filter);
    List<AgeingRow> totals = ageing.asOf(total(query)).rows();
    model.addAttribute("totals", totals);
    model.addAttribute("tieOuts", tieOuts(query, totals));
    return "desk/ageing";
  }

  private AgeingQuery query(Filter filter) {
    LocalDate asOf = filter.asOf() == null ? LocalDate.now(clock) : filter.asOf();
    AgeingBy by = filter.by() == null ? AgeingBy.CUSTOMER : filter.by();
    AgeingQuery query = AgeingQuery.of(asOf, by);
    if (given(filter.customer())) {
      String number = String.valueOf(filter.customer()).strip();
      query =
          query.ofCustomer(
              customers
                  .byNumber(number)
                  .orElseThrow(
                      () ->
                          new RuleViolation(
                              "customer.unknown", "There is no customer " + number + "."))
                  .id());
    }
    if (given(filter.currency())) {
      query = query.ofCurrency(Currency.getInstance(filter.currency()));
    }
    return given(filter.collector()) ? query.ofCollector(filter.collector()) : query;
  }

  private static AgeingQuery total(AgeingQuery query) {
    return new AgeingQuery(
        query.asOf(),
        AgeingBy.TOTAL,
        query.knownBy(),
        query.limits(),
        query.in(),
        query.customer(),
        query.currency(),
        query.collector());
  }

  /** Only the whole report can be held against the ledger's accounts. */
  private List<TieOut> tieOuts(AgeingQuery query, List<AgeingRow> totals) {
    if (query.customer() != null || query.currency() != null || query.collector() != null) {
      return List.of();
    }
    TreeMap<String, Money> control = new TreeMap<>();
    for (TrialBalanceLine line : ledger.trialBalance(query.asOf(), null)) {
      if (line.account() == Account.RECEIVABLE || line.account() == Account.UNAPPLIED_CASH) {
        control.merge(line.balance().currency().getCurrencyCode(), line.balance(), Money::plus);
      }
    }
    List<TieOut> tieOuts = new ArrayList<>();
    for (AgeingRow total : totals) {
      Currency currency = total.total().currency();
      Money booked = control.getOrDefault(currency.getCurrencyCode(), Money.zero(currency));
      tieOuts.add(new TieOut(total.total(), booked));
    }
    return tieOuts;
  }

  private void send(AgeingQuery query, TableFormat format, HttpServletResponse response)
      throws IOException {
    List<Column> columns = new ArrayList<>();
    columns.add(
        Column.text(
            query.by().name().charAt(0) + query.by().name().substring(1).toLowerCase(Locale.ROOT)));
    columns.add(Column.text("Name"));
    columns.add(Column.text("Currency"));
    columns.add(Column.amount("Not due"));
    spans(query.limits()).forEach(span -> columns.add(Column.amount(span)));
    columns.add(Column.amount("Unapplied"));
    columns.add(Column.amount("Total"));
    new Download<AgeingRow>("ageing-" + query.asOf(), columns, AgeingPage::cells)
        .send(response, format, reader -> ageing.each(query, reader));
  }

  private static @Nullable Object[] cells(AgeingRow row) {
    List<@Nullable Object> cells = new ArrayList<>();
    cells.add(row.key());
    cells.add(row.name());
    cells.add(row.total().currency().getCurrencyCode());
    cells.add(row.notDue());
    cells.addAll(row.buckets());
    cells.add(row.unapplied());
    cells.add(row.total());
    return cells.toArray();
  }

  private static Page<AgeingRow> page(List<AgeingRow> rows, int page) {
    int from = Math.min(page * Lists.SIZE, rows.size());
    int to = Math.min(from + Lists.SIZE, rows.size());
    return new Page<>(rows.subList(from, to), page, Lists.SIZE, rows.size());
  }

  /** {@code 1–30}, {@code 31–60} …, {@code > 120}. */
  private static List<String> spans(List<Integer> limits) {
    List<String> spans = new ArrayList<>();
    int from = 1;
    for (int limit : limits) {
      spans.add(from + "–" + limit);
      from = limit + 1;
    }
    spans.add("> " + (from - 1));
    return spans;
  }

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
