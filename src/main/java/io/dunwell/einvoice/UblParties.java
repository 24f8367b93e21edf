package io.dunwell.einvoice;

import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ContactType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CustomerPartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyLegalEntityType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyTaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.SupplierPartyType;
import org.jspecify.annotations.Nullable;

/** Seller and buyer in UBL. */
final class UblParties {

  private UblParties() {}

  static SupplierPartyType seller(EinvoiceDocument document) {
    SupplierPartyType seller = new SupplierPartyType();
    seller.setParty(party(document.seller(), !VatCodes.outsideVat(document)));
    return seller;
  }

  static CustomerPartyType buyer(EinvoiceDocument document) {
    CustomerPartyType buyer = new CustomerPartyType();
    buyer.setParty(party(document.buyer(), !VatCodes.outsideVat(document)));
    return buyer;
  }

  private static PartyType party(EinvoiceParty party, boolean withVatId) {
    PartyType written = new PartyType();
    ElectronicAddress endpoint = VatCodes.endpoint(party);
    if (endpoint != null) {
      written.setEndpointID(endpoint.id()).setSchemeID(endpoint.scheme());
    }
    PartyNameType name = new PartyNameType();
    String tradeName = party.tradeName();
    name.setName(tradeName == null ? party.legalName() : tradeName);
    written.addPartyName(name);
    written.setPostalAddress(UblParts.address(party.address()));
    String vatId = withVatId ? VatCodes.vatId(party) : null;
    if (vatId != null) {
      PartyTaxSchemeType taxScheme = new PartyTaxSchemeType();
      taxScheme.setCompanyID(vatId);
      taxScheme.setTaxScheme(UblParts.vat());
      written.addPartyTaxScheme(taxScheme);
    }
    written.addPartyLegalEntity(legalEntity(party));
    written.setContact(contact(party));
    return written;
  }

  private static PartyLegalEntityType legalEntity(EinvoiceParty party) {
    PartyLegalEntityType entity = new PartyLegalEntityType();
    entity.setRegistrationName(party.legalName());
    if (party.registrationNumber() != null) {
      entity.setCompanyID(party.registrationNumber());
    }
    return entity;
  }

  private static @Nullable ContactType contact(EinvoiceParty party) {
    if (party.phone() == null && party.email() == null) {
      return null;
    }
    ContactType contact = new ContactType();
    contact.setName(party.contact() == null ? party.legalName() : party.contact());
    if (party.phone() != null) {
      contact.setTelephone(party.phone());
    }
    if (party.email() != null) {
      contact.setElectronicMail(party.email());
    }
    return contact;
  }
}
