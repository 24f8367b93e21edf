package io.dunwell.billing;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.Basis;
import io.dunwell.party.CustomerView;
import io.dunwell.tax.GstState;
import io.dunwell.tax.MemberStates;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxSchemes;

/** What an invoice is based on, as its contract says. */
final class Bases {

  private Bases() {}

  static Basis of(ContractView contract, CustomerView customer, BillingSettings settings) {
    PurchaseOrder order = contract.purchaseOrder();
    return new Basis(
        contract.customer().value(),
        contract.id().value(),
        contract.number(),
        contract.version(),
        contract.currency().getCurrencyCode(),
        contract.terms().toString(),
        order == null ? null : order.number(),
        contract.taxScheme(),
        contract.placeOfSupply(),
        supply(contract, customer, settings).name(),
        null);
  }

  private static Supply supply(
      ContractView contract, CustomerView customer, BillingSettings settings) {
    Supply agreed = contract.supply();
    if (agreed != null) {
      return agreed;
    }
    if (contract.taxScheme().equals(TaxSchemes.IN_GST)) {
      boolean abroad = GstState.of(contract.placeOfSupply()).code().equals(GstState.ABROAD);
      if (abroad) {
        return settings.exportWithTax() ? Supply.EXPORT_WITH_TAX : Supply.EXPORT_WITHOUT_TAX;
      }
      return customer.taxNumber("SEZ").isPresent() ? Supply.SEZ_WITHOUT_TAX : Supply.REGULAR;
    }
    boolean home = customer.country().equals(settings.seller(contract.taxScheme()).country());
    boolean services = contract.priceLines().stream().anyMatch(line -> line.service());
    if (home) {
      return Supply.REGULAR;
    }
    if (!MemberStates.contain(customer.country())) {
      return services ? Supply.REGULAR : Supply.EXPORT_WITHOUT_TAX;
    }
    if (customer.taxNumber("VAT").isEmpty()) {
      return Supply.REGULAR;
    }
    return services ? Supply.REVERSE_CHARGE : Supply.INTRA_COMMUNITY;
  }
}
