package io.dunwell.contracts.web;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.shared.Money;
import io.dunwell.tax.Supply;
import io.dunwell.tax.Treatment;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contract in one of its versions; amounts, prices and quantities are decimal strings. */
record ContractResponse(
    UUID id,
    String number,
    int version,
    UUID customer,
    String title,
    Currency currency,
    LocalDate validFrom,
    @Nullable LocalDate validUntil,
    BillingRule billingRule,
    String paymentTerms,
    @Nullable Order purchaseOrder,
    List<Line> priceLines,
    String owner,
    String placeOfSupply,
    String taxScheme,
    @Nullable Supply supply,
    boolean proofRequired,
    @Nullable String advance,
    @Nullable List<String> doubts) {

  /** The customer's order. */
  record Order(String number, @Nullable String cap, @Nullable LocalDate validUntil) {}

  /** A price from a quantity on. */
  record Step(String fromQuantity, String unitPrice) {}

  /** What an item costs. */
  record Line(
      UUID id,
      String item,
      String description,
      String unit,
      LocalDate from,
      @Nullable LocalDate until,
      List<Step> slabs,
      SlabRule slabRule,
      String discountPercent,
      @Nullable String minimumCommitment,
      String taxCode,
      boolean service,
      Treatment treatment) {

    static Line of(PriceLine line) {
      return new Line(
          line.id(),
          line.item(),
          line.description(),
          line.unit(),
          line.from(),
          line.until(),
          line.slabs().stream().map(Line::step).toList(),
          line.slabRule(),
          line.discountPercent().toPlainString(),
          text(line.minimumCommitment()),
          line.taxCode(),
          line.service(),
          line.treatment());
    }

    private static Step step(Slab slab) {
      return new Step(slab.fromQuantity().toPlainString(), slab.unitPrice().toPlainString());
    }
  }

  static ContractResponse of(ContractView view) {
    return of(view, null);
  }

  /**
   * A contract.
   *
   * @param doubts why what is delivered could not be billed under it as it is; null if not asked
   */
  static ContractResponse of(ContractView view, @Nullable List<String> doubts) {
    PurchaseOrder order = view.purchaseOrder();
    return new ContractResponse(
        view.id().value(),
        view.number(),
        view.version(),
        view.customer().value(),
        view.title(),
        view.currency(),
        view.validFrom(),
        view.validUntil(),
        view.billingRule(),
        view.terms().toString(),
        order == null ? null : new Order(order.number(), text(order.cap()), order.validUntil()),
        view.priceLines().stream().map(Line::of).toList(),
        view.owner(),
        view.placeOfSupply(),
        view.taxScheme(),
        view.supply(),
        view.proofRequired(),
        text(view.advance()),
        doubts);
  }

  private static @Nullable String text(@Nullable Money amount) {
    return amount == null ? null : amount.text();
  }
}
