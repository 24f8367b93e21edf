package io.dunwell.einvoice;

import com.helger.ubl21.UBL21Marshaller;
import io.dunwell.einvoice.OfficialRules.RuleSet;
import io.dunwell.tax.DocumentKind;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.InvoiceLineType;
import oasis.names.specification.ubl.schema.xsd.invoice_21.InvoiceType;
import org.springframework.stereotype.Service;
import org.w3c.dom.Document;

/** Writes documents as UBL 2.1 after Peppol BIS Billing 3, which keeps EN 16931. */
@Service
public class Ubl {

  private static final String CUSTOMIZATION =
      "urn:cen.eu:en16931:2017#compliant#urn:fdc:peppol.eu:2017:poacc:billing:3.0";
  private static final String PROFILE = "urn:fdc:peppol.eu:2017:poacc:billing:01:1.0";

  private final OfficialRules rules;

  Ubl(OfficialRules rules) {
    this.rules = rules;
  }

  /**
   * The document as XML in UTF-8, checked by the official rules.
   *
   * @throws io.dunwell.shared.RuleViolation {@code einvoice.not-vat} if it bears other taxes than
   *     VAT
   * @throws InvalidEinvoice if the rules refuse it, with what is missing or wrong
   */
  public byte[] write(EinvoiceDocument document) {
    byte[] xml = unchecked(document);
    boolean credit = document.kind() == DocumentKind.CREDIT_NOTE;
    RuleSet set = credit ? RuleSet.PEPPOL_CREDIT_NOTE : RuleSet.PEPPOL_INVOICE;
    InvalidEinvoice.refuseIfFatal(rules.broken(HardenedXml.parse(xml), set));
    return xml;
  }

  byte[] unchecked(EinvoiceDocument document) {
    EinvoiceDocument positive = VatCodes.vatOnly(document);
    Document xml = UBL21Marshaller.invoice().getAsDocument(invoice(positive));
    // the library says nothing but null about what breaks the schema
    if (xml == null) {
      throw new IllegalStateException("The document does not fit the UBL schema");
    }
    return UblCreditNote.bytes(
        positive.kind() == DocumentKind.CREDIT_NOTE ? UblCreditNote.of(xml) : xml);
  }

  private static InvoiceType invoice(EinvoiceDocument document) {
    InvoiceType ubl = new InvoiceType();
    ubl.setCustomizationID(CUSTOMIZATION);
    ubl.setProfileID(PROFILE);
    ubl.setID(document.number());
    ubl.setIssueDate(document.issuedOn());
    if (document.dueOn() != null) {
      ubl.setDueDate(document.dueOn());
    }
    ubl.setInvoiceTypeCode(VatCodes.type(document.kind()));
    UblReferences.notes(document).forEach(ubl::addNote);
    ubl.setDocumentCurrencyCode(document.currency().getCurrencyCode());
    if (document.references().buyerReference() != null) {
      ubl.setBuyerReference(document.references().buyerReference());
    }
    UblReferences.period(document).forEach(ubl::addInvoicePeriod);
    UblReferences.order(document).forEach(ubl::setOrderReference);
    UblReferences.originals(document).forEach(ubl::addBillingReference);
    UblReferences.contract(document).forEach(ubl::addContractDocumentReference);
    ubl.setAccountingSupplierParty(UblParties.seller(document));
    ubl.setAccountingCustomerParty(UblParties.buyer(document));
    UblReferences.delivery(document).forEach(ubl::addDelivery);
    UblReferences.payment(document).forEach(ubl::addPaymentMeans);
    UblReferences.terms(document).forEach(ubl::addPaymentTerms);
    ubl.addTaxTotal(UblParts.taxTotal(document));
    ubl.setLegalMonetaryTotal(UblParts.totals(document));
    document.lines().forEach(line -> ubl.addInvoiceLine(invoiceLine(line)));
    return ubl;
  }

  private static InvoiceLineType invoiceLine(EinvoiceLine line) {
    InvoiceLineType ubl = new InvoiceLineType();
    ubl.setID(Integer.toString(line.number()));
    ubl.setInvoicedQuantity(line.quantity()).setUnitCode(UnitCodes.unece(line.unit()));
    ubl.setLineExtensionAmount(line.tax().net().amount())
        .setCurrencyID(UblParts.code(line.tax().net()));
    UblParts.allowances(line).forEach(ubl::addAllowanceCharge);
    ubl.setItem(UblParts.item(line));
    ubl.setPrice(UblParts.price(line));
    return ubl;
  }
}
