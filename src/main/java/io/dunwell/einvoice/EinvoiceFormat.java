package io.dunwell.einvoice;

import io.dunwell.einvoice.OfficialRules.RuleSet;
import io.dunwell.shared.RuleViolation;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** How a received invoice is written, and which rules it promised to keep. */
public enum EinvoiceFormat {
  UBL_INVOICE(RuleSet.EN16931_UBL_INVOICE),
  UBL_CREDIT_NOTE(RuleSet.EN16931_UBL_CREDIT_NOTE),
  PEPPOL_INVOICE(RuleSet.PEPPOL_INVOICE),
  PEPPOL_CREDIT_NOTE(RuleSet.PEPPOL_CREDIT_NOTE),
  CII(RuleSet.EN16931_CII);

  private static final String UBL = "urn:oasis:names:specification:ubl:schema:xsd:";
  private static final String CII_NAMESPACE =
      "urn:un:unece:uncefact:data:standard:CrossIndustryInvoice:100";
  private static final String PEPPOL = "urn:fdc:peppol.eu:2017:poacc:billing:3.0";

  private final RuleSet rules;

  EinvoiceFormat(RuleSet rules) {
    this.rules = rules;
  }

  RuleSet rules() {
    return rules;
  }

  boolean isUbl() {
    return this != CII;
  }

  /**
   * @throws RuleViolation {@code einvoice.format-unknown}
   */
  static EinvoiceFormat of(Document document) {
    Element root = document.getDocumentElement();
    String namespace = String.valueOf(root.getNamespaceURI());
    boolean peppol = root.getTextContent().contains(PEPPOL);
    if (namespace.equals(UBL + "Invoice-2")) {
      return peppol ? PEPPOL_INVOICE : UBL_INVOICE;
    }
    if (namespace.equals(UBL + "CreditNote-2")) {
      return peppol ? PEPPOL_CREDIT_NOTE : UBL_CREDIT_NOTE;
    }
    if (namespace.equals(CII_NAMESPACE)) {
      return CII;
    }
    throw new RuleViolation(
        "einvoice.format-unknown",
        "<"
            + root.getLocalName()
            + "> is neither a UBL 2.1 invoice or credit note nor a CII D16B invoice; ZUGFeRD 1 is"
            + " no longer read.");
  }
}
