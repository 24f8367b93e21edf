package io.dunwell.tax.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.shared.DeskPage;
import io.dunwell.tax.TaxRateView;
import io.dunwell.tax.TaxRates;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.TaxesAtSource;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Which tax a code bears from which day on, and where that was laid down, to look at. */
@DeskPage
class TaxRatesPage {

  private static final Columns<TaxRateView> RATES =
      Columns.<TaxRateView>of("tax-rates")
          .text("code", "tax.rates.code", TaxRateView::code)
          .word("component", "tax.rates.component", "tax.component.", TaxRateView::component)
          .number("rate", "tax.rates.rate", TaxRateView::rate)
          .text("unit", "tax.rates.unit", TaxRateView::unit)
          .number("upTo", "tax.rates.up-to", TaxRateView::priceUpTo)
          .date("from", "tax.rates.from", TaxRateView::from)
          .date("until", "tax.rates.until", TaxRateView::until)
          .text("law", "tax.rates.law", TaxRateView::law)
          .text("by", "tax.rates.by", TaxRateView::recordedBy);

  private static final Columns<TaxesAtSource.Section> SOURCE =
      Columns.<TaxesAtSource.Section>of("taxes-at-source")
          .text("code", "tax.rates.code", TaxesAtSource.Section::code)
          .word("kind", "tax.rates.kind", "tax.source.", TaxesAtSource.Section::kind)
          .number("rate", "tax.rates.rate", TaxesAtSource.Section::ratePercent)
          .amount("threshold", "tax.rates.threshold", TaxesAtSource.Section::threshold)
          .date("from", "tax.rates.from", TaxesAtSource.Section::since)
          .text("law", "tax.rates.law", TaxesAtSource.Section::law);

  private final TaxRates rates;
  private final TaxSchemes schemes;
  private final TaxesAtSource source;
  private final Lists lists;
  private final Clock clock;

  TaxRatesPage(TaxRates rates, TaxSchemes schemes, TaxesAtSource source, Lists lists, Clock clock) {
    this.rates = rates;
    this.schemes = schemes;
    this.source = source;
    this.lists = lists;
    this.clock = clock;
  }

  /** Those of a day, today's at first; all there ever were if the day is left empty. */
  @GetMapping("/tax-rates")
  ModelAndView show(
      @RequestParam Map<String, String> params,
      @RequestParam(defaultValue = TaxSchemes.IN_GST) String scheme,
      @RequestParam(required = false) @Nullable LocalDate on) {
    LocalDate today = LocalDate.now(clock);
    LocalDate day = params.containsKey("on") ? on : today;
    ListPage page = lists.page("tax/tax-rates", params);
    page.list("rates", lists.of(RATES, rates.all(scheme, null, day)));
    page.also("source", lists.of(SOURCE, source.inForce(day == null ? today : day)));
    return page.with("schemes", schemes.names()).with("scheme", scheme).with("on", day).answer();
  }
}
