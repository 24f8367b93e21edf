package io.dunwell.billing;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Prices;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Bills what is missing to a month's minimum commitment, once. */
@Component
class Commitments {

  private static final String BILLED =
      """
      select coalesce(sum(case when i.kind = 'CREDIT_NOTE' then -l.net else l.net end), 0)
      from billing.invoice_line l join billing.invoice i on i.id = l.invoice
      where i.contract = ? and l.item = ? and l.delivered_on between ? and ?
        and i.kind <> 'ADVANCE' and i.status not in ('CANCELLED', 'WITHDRAWN')""";

  private final JdbcClient jdbc;
  private final Prices prices;

  Commitments(JdbcClient jdbc, Prices prices) {
    this.jdbc = jdbc;
    this.prices = prices;
  }

  /** A line for each item of a monthly invoice that stays below its commitment. */
  List<NewLine> missing(ContractView contract, List<DraftPlan.Line> lines) {
    if (contract.billingRule() != BillingRule.MONTHLY || lines.isEmpty()) {
      return List.of();
    }
    YearMonth month =
        YearMonth.from(Objects.requireNonNull(lines.get(0).line().charge().deliveredOn()));
    List<NewLine> missing = new ArrayList<>();
    for (PriceLine price : contract.priceLines()) {
      if (price.minimumCommitment() != null) {
        Money net = net(contract, price, month, lines);
        Money shortfall = prices.shortfall(contract.id(), price.item(), month, net);
        if (shortfall.isPositive()) {
          missing.add(NewLine.of(charge(price, month, shortfall)));
        }
      }
    }
    return missing;
  }

  private Money net(
      ContractView contract, PriceLine price, YearMonth month, List<DraftPlan.Line> lines) {
    BigDecimal before =
        jdbc.sql(BILLED)
            .params(contract.id().value(), price.item(), month.atDay(1), month.atEndOfMonth())
            .query(BigDecimal.class)
            .single();
    BigDecimal now =
        lines.stream()
            .map(line -> line.line().charge())
            .filter(charge -> charge.item().equals(price.item()))
            .map(Charge::net)
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    return Money.rounded(before.add(now), contract.currency());
  }

  private static Charge charge(PriceLine price, YearMonth month, Money shortfall) {
    BigDecimal amount = shortfall.amount();
    return new Charge(
        price.item(),
        price.description() + ": minimum commitment " + Words.month(month),
        "OTH",
        BigDecimal.ONE,
        amount,
        BigDecimal.ZERO,
        amount,
        price.taxCode(),
        price.service(),
        "TAXED",
        amount,
        BigDecimal.ZERO,
        amount,
        null,
        month.atEndOfMonth());
  }
}
