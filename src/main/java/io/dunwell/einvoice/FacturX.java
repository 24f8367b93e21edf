package io.dunwell.einvoice;

import com.helger.cii.d16b.CIID16BCrossIndustryInvoiceTypeMarshaller;
import com.helger.diagnostics.error.list.ErrorList;
import com.helger.en16931.ubl2cii.UBLToCIIConversionHelper;
import io.dunwell.einvoice.OfficialRules.RuleSet;
import java.io.ByteArrayInputStream;
import org.springframework.stereotype.Service;
import un.unece.uncefact.data.standard.crossindustryinvoice._100.CrossIndustryInvoiceType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.DocumentContextParameterType;
import un.unece.uncefact.data.standard.reusableaggregatebusinessinformationentity._100.ExchangedDocumentContextType;

/**
 * Writes documents as Factur-X 1.0 (ZUGFeRD 2), profile EN 16931: a CII document (UN/CEFACT D16B),
 * by itself or inside the PDF that people read.
 */
@Service
public class FacturX {

  private static final String GUIDELINE = "urn:cen.eu:en16931:2017";

  private final Ubl ubl;
  private final OfficialRules rules;

  FacturX(Ubl ubl, OfficialRules rules) {
    this.ubl = ubl;
    this.rules = rules;
  }

  /**
   * The document as CII in UTF-8, checked by the official rules of EN 16931.
   *
   * @throws io.dunwell.shared.RuleViolation {@code einvoice.not-vat} if it bears other taxes than
   *     VAT
   * @throws InvalidEinvoice if the rules refuse it, with what is missing or wrong
   */
  public byte[] cii(EinvoiceDocument document) {
    ErrorList problems = new ErrorList();
    CrossIndustryInvoiceType cii =
        UBLToCIIConversionHelper.convertUBL21AutoDetectToCIID16B(
            new ByteArrayInputStream(ubl.unchecked(document)), problems);
    if (cii == null || problems.containsAtLeastOneError()) {
      throw new IllegalStateException("UBL of ours cannot be turned into CII: " + problems);
    }
    cii.setExchangedDocumentContext(context());
    byte[] xml = new CIID16BCrossIndustryInvoiceTypeMarshaller().getAsBytes(cii);
    if (xml == null) {
      throw new IllegalStateException("The document does not fit the CII schema");
    }
    InvalidEinvoice.refuseIfFatal(rules.broken(HardenedXml.parse(xml), RuleSet.EN16931_CII));
    return xml;
  }

  /**
   * The PDF with the document inside, as PDF/A-3.
   *
   * @param pdf what people read; PDF/A of any part, with its fonts embedded
   * @throws InvalidEinvoice if the rules refuse the document
   */
  public byte[] hybrid(byte[] pdf, EinvoiceDocument document) {
    return HybridPdf.embed(pdf, cii(document), document.number());
  }

  private static ExchangedDocumentContextType context() {
    DocumentContextParameterType guideline = new DocumentContextParameterType();
    guideline.setID(GUIDELINE);
    ExchangedDocumentContextType context = new ExchangedDocumentContextType();
    context.addGuidelineSpecifiedDocumentContextParameter(guideline);
    return context;
  }
}
