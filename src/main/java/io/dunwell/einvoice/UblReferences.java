package io.dunwell.einvoice;

import io.dunwell.einvoice.EinvoiceReferences.Preceding;
import io.dunwell.tax.TaxCategory;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BillingReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.BranchType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DeliveryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.DocumentReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.FinancialAccountType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.LocationType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.OrderReferenceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyNameType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PartyType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentMeansType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PaymentTermsType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PeriodType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.NoteType;

/** What a UBL document refers to: orders, originals, deliveries, accounts. Empty where nothing. */
final class UblReferences {

  private UblReferences() {}

  static List<OrderReferenceType> order(EinvoiceDocument document) {
    String number = document.references().purchaseOrder();
    if (number == null) {
      return List.of();
    }
    OrderReferenceType order = new OrderReferenceType();
    order.setID(number);
    return List.of(order);
  }

  static List<DocumentReferenceType> contract(EinvoiceDocument document) {
    String number = document.references().contract();
    return number == null ? List.of() : List.of(reference(number));
  }

  static List<BillingReferenceType> originals(EinvoiceDocument document) {
    return document.references().preceding().stream().map(UblReferences::original).toList();
  }

  static List<PeriodType> period(EinvoiceDocument document) {
    EinvoiceDelivery delivery = document.delivery();
    if (delivery.from() == null || delivery.until() == null) {
      return List.of();
    }
    PeriodType period = new PeriodType();
    period.setStartDate(delivery.from());
    period.setEndDate(delivery.until());
    return List.of(period);
  }

  /** An intra-Community supply has to say when and where to (BR-IC-11, BR-IC-12). */
  static List<DeliveryType> delivery(EinvoiceDocument document) {
    EinvoiceDelivery delivery = document.delivery();
    boolean needed = has(document, TaxCategory.INTRA_COMMUNITY);
    EinvoiceDelivery.EinvoicePlace place = delivery.shipTo();
    if (delivery.on() == null && place == null && !needed) {
      return List.of();
    }
    DeliveryType written = new DeliveryType();
    if (delivery.on() != null) {
      written.setActualDeliveryDate(delivery.on());
    } else if (needed) {
      written.setActualDeliveryDate(document.issuedOn());
    }
    if (place != null || needed) {
      LocationType location = new LocationType();
      location.setAddress(
          UblParts.address(place == null ? document.buyer().address() : place.address()));
      written.setDeliveryLocation(location);
    }
    if (place != null) {
      PartyNameType name = new PartyNameType();
      name.setName(place.name());
      PartyType party = new PartyType();
      party.addPartyName(name);
      written.setDeliveryParty(party);
    }
    return List.of(written);
  }

  static List<PaymentMeansType> payment(EinvoiceDocument document) {
    EinvoicePayment payment = document.payment();
    if (payment.account() == null) {
      return List.of();
    }
    PaymentMeansType means = new PaymentMeansType();
    means.setPaymentMeansCode(VatCodes.paymentMeans(document));
    FinancialAccountType account = new FinancialAccountType();
    account.setID(payment.account());
    if (payment.accountName() != null) {
      account.setName(payment.accountName());
    }
    if (payment.bank() != null) {
      BranchType branch = new BranchType();
      branch.setID(payment.bank());
      account.setFinancialInstitutionBranch(branch);
    }
    means.setPayeeFinancialAccount(account);
    return List.of(means);
  }

  static List<PaymentTermsType> terms(EinvoiceDocument document) {
    String text = document.payment().terms();
    if (text == null) {
      return List.of();
    }
    PaymentTermsType terms = new PaymentTermsType();
    terms.addNote(new NoteType(text));
    return List.of(terms);
  }

  /** Peppol allows one note (PEPPOL-EN16931-R002). */
  static List<NoteType> notes(EinvoiceDocument document) {
    return document.notes().isEmpty()
        ? List.of()
        : List.of(new NoteType(String.join("\n", document.notes())));
  }

  private static boolean has(EinvoiceDocument document, TaxCategory category) {
    return document.lines().stream().anyMatch(line -> line.tax().category() == category);
  }

  private static BillingReferenceType original(Preceding preceding) {
    BillingReferenceType original = new BillingReferenceType();
    DocumentReferenceType reference = reference(preceding.number());
    reference.setIssueDate(preceding.issuedOn());
    original.setInvoiceDocumentReference(reference);
    return original;
  }

  private static DocumentReferenceType reference(String number) {
    DocumentReferenceType reference = new DocumentReferenceType();
    reference.setID(number);
    return reference;
  }
}
