package io.dunwell.billing;

import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.Price;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Prices;
import io.dunwell.contracts.events.ContractAmended;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Shows amended prices on invoices in the making: what they bill stays, and differs from then on,
 * so that a person decides.
 */
@Component
class AmendedPrices {

  private static final String EDITABLE =
      """
      select id from billing.invoice
      where contract = ? and kind = 'INVOICE' and status in ('DRAFT', 'RETURNED')
      order by id""";

  private final JdbcClient jdbc;
  private final Invoices invoices;
  private final Drafts drafts;
  private final Contracts contracts;
  private final Prices prices;

  AmendedPrices(
      JdbcClient jdbc, Invoices invoices, Drafts drafts, Contracts contracts, Prices prices) {
    this.jdbc = jdbc;
    this.invoices = invoices;
    this.drafts = drafts;
    this.contracts = contracts;
    this.prices = prices;
  }

  @EventListener
  void on(ContractAmended amended) {
    for (UUID id : jdbc.sql(EDITABLE).param(amended.contract().value()).query(UUID.class).list()) {
      InvoiceView draft = invoices.existing(new InvoiceId(id)).view();
      if (draft.lines().stream().anyMatch(line -> amended(line, amended).isPresent())) {
        drafts.revise(Seen.asItStands(draft.id()), now -> priced(now, amended), Actor.SYSTEM);
      }
    }
  }

  private Revision priced(InvoiceView now, ContractAmended amended) {
    List<NewLine> lines = now.lines().stream().map(line -> priced(line, amended)).toList();
    return new Revision(now.basis(), lines);
  }

  private NewLine priced(LineView line, ContractAmended amended) {
    Charge charge =
        amended(line, amended)
            .map(
                price ->
                    line.charge()
                        .agreedAt(price.listPrice(), price.discountPercent(), price.net().amount()))
            .orElse(line.charge());
    return new NewLine(line.id(), charge, line.originalLine(), line.because());
  }

  /** The price of what the line bills, if the amendment made it another one. */
  private Optional<Price> amended(LineView line, ContractAmended amended) {
    Charge charge = line.charge();
    LocalDate on = charge.deliveredOn();
    if (on == null || charge.contractNet() == null || on.isBefore(amended.effectiveOn())) {
      return Optional.empty();
    }
    Optional<PriceLine> before = before(charge.item(), on, amended);
    return prices
        .of(amended.contract(), charge.item(), on, charge.quantity())
        .filter(price -> before.filter(former -> sameTerms(former, price.priceLine())).isEmpty());
  }

  /** What was agreed for that day before. */
  private Optional<PriceLine> before(String item, LocalDate on, ContractAmended amended) {
    return contracts.versions(amended.contract()).stream()
        .filter(version -> version.contract().version() < amended.version())
        .filter(version -> version.contract().version() == 1 || !version.effectiveOn().isAfter(on))
        .reduce((earlier, later) -> later)
        .flatMap(version -> version.contract().priceLine(item, on));
  }

  private static boolean sameTerms(PriceLine one, PriceLine other) {
    return one.slabs().equals(other.slabs())
        && one.slabRule() == other.slabRule()
        && one.discountPercent().compareTo(other.discountPercent()) == 0;
  }
}
