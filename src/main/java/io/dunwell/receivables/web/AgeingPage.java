package io.dunwell.receivables.web;

import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.TrialBalanceLine;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.party.Customers;
import io.dunwell.receivables.Ageing;
import io.dunwell.receivables.AgeingBy;
import io.dunwell.receivables.AgeingQuery;
import io.dunwell.receivables.AgeingRow;
import io.dunwell.receivables.PostDated;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

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
  private final PostDated postDated;
  private final Ledger ledger;
  private final Customers customers;
  private final Lists lists;
  private final Clock clock;

  AgeingPage(
      Ageing ageing,
      PostDated postDated,
      Ledger ledger,
      Customers customers,
      Lists lists,
      Clock clock) {
    this.ageing = ageing;
    this.postDated = postDated;
    this.ledger = ledger;
    this.customers = customers;
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping("/ageing")
  ModelAndView ageing(@RequestParam Map<String, String> params, Filter filter) {
    AgeingQuery query = query(filter);
    AgeingListing listing = new AgeingListing(ageing, query);
    ListPage page = lists.page("receivables/ageing", params);
    page.list("rows", listing);
    List<AgeingRow> totals = listing.totals();
    return page.with("spans", AgeingListing.spans(query.limits()))
        .with("asOf", query.asOf())
        .with("by", query.by())
        .with("bys", AgeingBy.values())
        .with("filter", filter)
        .with("totals", totals)
        .with(
            "ahead", query.asOf().isBefore(LocalDate.now(clock)) ? List.of() : postDated.of(query))
        .with("tieOuts", whole(query, params) ? tieOuts(query, totals) : List.of())
        .answer();
  }

  /** Only the whole report can be held against the ledger's accounts. */
  private static boolean whole(AgeingQuery query, Map<String, String> params) {
    return query.customer() == null
        && query.currency() == null
        && query.collector() == null
        && params.getOrDefault("q", "").isBlank();
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

  private List<TieOut> tieOuts(AgeingQuery query, List<AgeingRow> totals) {
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

  private static boolean given(@Nullable String text) {
    return text != null && !text.isBlank();
  }
}
