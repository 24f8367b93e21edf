package io.dunwell.billing;

import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.CustomerView;
import io.dunwell.tax.GstState;
import io.dunwell.tax.Registration;
import io.dunwell.tax.TaxParty;
import io.dunwell.tax.TaxSchemes;
import org.jspecify.annotations.Nullable;

/** Customers as the tax office sees them. */
final class Buyers {

  private Buyers() {}

  static TaxParty of(CustomerView customer, String taxScheme) {
    String number =
        customer.taxNumber(taxScheme.equals(TaxSchemes.IN_GST) ? "GSTIN" : "VAT").orElse(null);
    return new TaxParty(
        customer.country(), state(customer), number, registration(customer, number));
  }

  private static Registration registration(CustomerView customer, @Nullable String number) {
    if (customer.taxNumber("SEZ").isPresent()) {
      return Registration.SEZ;
    }
    if (number != null) {
      return Registration.REGULAR;
    }
    return customer.country().equals("IN") ? Registration.UNREGISTERED : Registration.OVERSEAS;
  }

  private static @Nullable String state(CustomerView customer) {
    if (!customer.country().equals("IN")) {
      return null;
    }
    return customer
        .address(AddressKind.BILLING)
        .or(() -> customer.addresses().stream().findFirst())
        .map(Address::region)
        .flatMap(GstState::named)
        .map(GstState::code)
        .orElse(null);
  }
}
