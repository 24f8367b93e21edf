package io.dunwell.tax;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** A table of rates that needs no database. */
final class FixedRates implements RateBook {

  private final List<Rates.Row> rows = new ArrayList<>();
  private final List<WithholdingRate> withholdings = new ArrayList<>();

  FixedRates with(String code, RateComponent component, String rate) {
    rows.add(new Rates.Row(code, component, new BigDecimal(rate), null, null));
    return this;
  }

  FixedRates with(String code, String perUnit, String unit) {
    rows.add(new Rates.Row(code, RateComponent.CESS_SPECIFIC, new BigDecimal(perUnit), unit, null));
    return this;
  }

  FixedRates with(WithholdingRate rate) {
    withholdings.add(rate);
    return this;
  }

  @Override
  public Rates rates(String scheme, Collection<String> codes, LocalDate on) {
    return new Rates(rows);
  }

  @Override
  public List<WithholdingRate> withholdings(Collection<String> codes, LocalDate on) {
    return withholdings.stream().filter(rate -> codes.contains(rate.code())).toList();
  }
}
