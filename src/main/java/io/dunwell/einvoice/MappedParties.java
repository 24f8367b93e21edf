package io.dunwell.einvoice;

import io.dunwell.contracts.ShipTo;
import io.dunwell.einvoice.EinvoiceDelivery.EinvoicePlace;
import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.Contact;
import io.dunwell.party.ContactRole;
import io.dunwell.party.CustomerView;
import io.dunwell.party.TaxId;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.GstState;
import io.dunwell.tax.Gstin;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Ourselves and a customer as parties of an electronic invoice. */
final class MappedParties {

  private MappedParties() {}

  static EinvoiceParty seller(EinvoiceSettings.Seller seller) {
    if (seller.legalName().isBlank() || seller.taxNumber().isBlank()) {
      throw new RuleViolation(
          "einvoice.no-seller",
          "Electronic invoices need this company's name, address and tax number: configure"
              + " dunwell.einvoice.seller.");
    }
    return new EinvoiceParty(
        seller.legalName(),
        null,
        seller.taxNumber(),
        seller.registrationNumber(),
        new EinvoiceAddress(
            seller.line1(),
            seller.line2(),
            seller.city(),
            seller.postalCode(),
            seller.state(),
            seller.country()),
        seller.contact(),
        seller.phone(),
        seller.email(),
        electronicAddress(seller.electronicAddress()));
  }

  static EinvoiceParty buyer(CustomerView customer) {
    Optional<Contact> contact = customer.contact(ContactRole.ACCOUNTS_PAYABLE);
    return new EinvoiceParty(
        customer.name(),
        null,
        number(customer, "GSTIN").or(() -> number(customer, "VAT")).orElse(null),
        null,
        address(customer),
        contact.map(Contact::name).orElse(null),
        contact.map(Contact::phone).orElse(null),
        customer.email().orElse(null),
        electronicAddress(number(customer, "PEPPOL").orElse(null)));
  }

  /** Where goods went. */
  static EinvoicePlace place(ShipTo to) {
    List<String> lines = to.street().lines().map(String::strip).toList();
    boolean home = to.country().equals("IN");
    return new EinvoicePlace(
        to.name(),
        to.taxNumber(),
        new EinvoiceAddress(
            lines.get(0),
            lines.size() < 2 ? null : String.join(", ", lines.subList(1, lines.size())),
            to.city(),
            to.postalCode(),
            home ? to.place() : null,
            to.country()));
  }

  /** Who books our invoices there: what they want quoted, as long as they named nothing else. */
  static @Nullable String payables(CustomerView customer) {
    return customer.contact(ContactRole.ACCOUNTS_PAYABLE).map(Contact::name).orElse(null);
  }

  private static EinvoiceAddress address(CustomerView customer) {
    Address address =
        customer
            .address(AddressKind.BILLING)
            .or(() -> customer.addresses().stream().findFirst())
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "einvoice.no-address",
                        "Customer " + customer.number() + " has no address; enter one."));
    List<String> lines = address.lines().lines().map(String::strip).toList();
    return new EinvoiceAddress(
        lines.isEmpty() ? "-" : lines.get(0),
        lines.size() < 2 ? null : String.join(", ", lines.subList(1, lines.size())),
        address.city() == null ? "" : address.city(),
        address.postalCode(),
        state(customer, address),
        address.country());
  }

  private static @Nullable String state(CustomerView customer, Address address) {
    String region = address.region();
    if (!address.country().equals("IN")) {
      return region;
    }
    Optional<String> named =
        region == null
            ? Optional.empty()
            : GstState.named(region).or(() -> GstState.find(region)).map(GstState::code);
    return named
        .or(
            () ->
                number(customer, "GSTIN")
                    .filter(Gstin::isValid)
                    .map(gstin -> gstin.substring(0, 2)))
        .orElse(null);
  }

  private static Optional<String> number(CustomerView customer, String scheme) {
    return customer.taxIds().stream()
        .filter(id -> id.scheme().equalsIgnoreCase(scheme))
        .map(TaxId::value)
        .findFirst();
  }

  private static @Nullable ElectronicAddress electronicAddress(@Nullable String text) {
    int colon = text == null ? -1 : text.indexOf(':');
    return text == null || colon < 1
        ? null
        : new ElectronicAddress(text.substring(0, colon), text.substring(colon + 1));
  }
}
