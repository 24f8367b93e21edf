package io.dunwell.billing;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Has the tax scheme compute an invoice. */
@Component
class Taxation {

  Taxed of(InvoiceView invoice) {
    BigDecimal net =
        invoice.lines().stream()
            .map(line -> line.charge().net())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Taxed(Totals.untaxed(net), List.of(), Map.of());
  }
}
