package io.dunwell.billing;

import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.ShipTo;
import io.dunwell.tax.PlaceOfSupply;
import io.dunwell.tax.TaxSchemes;
import java.util.UUID;

/**
 * Where the goods of an invoice went, if not to the address that is billed.
 *
 * @param delivery one that says so
 * @param service whether services are billed and no goods, which go nowhere
 */
record Destination(UUID delivery, ShipTo to, boolean service) {

  /** What has to be alike to stand on one invoice. */
  String key() {
    return to + (service ? " services" : " goods");
  }

  /**
   * Where the law sees the supply. Goods: where they end up, under GST unless they go to somebody
   * else on the buyer's direction (IGST Act s. 10(1)(a) and (b)). Services: where the contract says
   * (s. 12(2)).
   */
  String place(ContractView contract) {
    if (service) {
      return contract.placeOfSupply();
    }
    boolean directed = to.thirdParty() && contract.taxScheme().equals(TaxSchemes.IN_GST);
    return PlaceOfSupply.ofGoods(contract.placeOfSupply(), to.place(), directed);
  }
}
