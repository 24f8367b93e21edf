package io.dunwell.contracts.web;

import io.dunwell.tax.TaxRateView;
import io.dunwell.tax.TaxRates;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.Units;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.stereotype.Component;

/** What the form of a contract offers where there is a list to choose from. */
@Component
class TermsChoices {

  private final TaxSchemes schemes;
  private final TaxRates rates;
  private final Clock clock;

  TermsChoices(TaxSchemes schemes, TaxRates rates, Clock clock) {
    this.schemes = schemes;
    this.rates = rates;
    this.clock = clock;
  }

  public List<String> schemes() {
    return schemes.names();
  }

  /** The places of supply of all schemes, by code, with their names. */
  public Map<String, String> places() {
    Map<String, String> places = new TreeMap<>();
    schemes.names().forEach(name -> places.putAll(schemes.named(name).places()));
    return places;
  }

  /** Codes that there are rates for today. */
  public Iterable<String> codes() {
    TreeSet<String> codes = new TreeSet<>();
    for (String scheme : schemes.names()) {
      rates.all(scheme, null, LocalDate.now(clock)).stream()
          .map(TaxRateView::code)
          .map(code -> code.substring(code.indexOf(':') + 1))
          .forEach(codes::add);
    }
    return codes;
  }

  public List<String> units() {
    return Units.usual();
  }

  /** The currency of every country. */
  public List<Currency> currencies() {
    return Arrays.stream(Locale.getISOCountries())
        .map(country -> Currency.getInstance(new Locale.Builder().setRegion(country).build()))
        .filter(Objects::nonNull)
        .distinct()
        .sorted(Comparator.comparing(Currency::getCurrencyCode))
        .toList();
  }
}
