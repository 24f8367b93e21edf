package io.dunwell.billing;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.Basis;
import io.dunwell.party.CustomerView;
import io.dunwell.tax.GstState;
import io.dunwell.tax.MemberStates;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxSchemes;
import org.jspecify.annotations.Nullable;

/** What an invoice is based on, as its contract says. */
final class Bases {

  private Bases() {}

  static Basis of(ContractView contract, CustomerView customer, BillingSettings settings) {
    return of(contract, customer, settings, null);
  }

  /**
   * @param to where its goods went, null if to the address that is billed
   */
  static Basis of(
      ContractView contract,
      CustomerView customer,
      BillingSettings settings,
      @Nullable Destination to) {
    String place = to == null ? contract.placeOfSupply() : to.place(contract);
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
        place,
        supply(contract, customer, settings, place, to).name(),
        null,
        to == null ? null : to.delivery());
  }

  private static Supply supply(
      ContractView contract,
      CustomerView customer,
      BillingSettings settings,
      String place,
      @Nullable Destination to) {
    Supply agreed = contract.supply();
    if (agreed != null) {
      return agreed;
    }
    if (contract.taxScheme().equals(TaxSchemes.IN_GST)) {
      boolean abroad = GstState.of(place).code().equals(GstState.ABROAD);
      if (abroad) {
        return settings.exportWithTax() ? Supply.EXPORT_WITH_TAX : Supply.EXPORT_WITHOUT_TAX;
      }
      return customer.taxNumber("SEZ").isPresent() ? Supply.SEZ_WITHOUT_TAX : Supply.REGULAR;
    }
    String country = to == null || to.service() ? customer.country() : to.to().country();
    boolean home = country.equals(settings.seller(contract.taxScheme()).country());
    boolean services =
        to == null ? contract.priceLines().stream().anyMatch(line -> line.service()) : to.service();
    if (home) {
      return Supply.REGULAR;
    }
    if (!MemberStates.contain(country)) {
      return services ? Supply.REGULAR : Supply.EXPORT_WITHOUT_TAX;
    }
    if (customer.taxNumber("VAT").isEmpty()) {
      return Supply.REGULAR;
    }
    return services ? Supply.REVERSE_CHARGE : Supply.INTRA_COMMUNITY;
  }
}
