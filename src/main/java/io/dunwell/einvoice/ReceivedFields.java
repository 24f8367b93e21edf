package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Currency;
import java.util.List;
import javax.xml.xpath.XPath;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;

/** Finds the fields of a valid document, by local names, which the schemas made sure of. */
final class ReceivedFields {

  private final Document document;
  private final XPath xpath = XPathFactory.newDefaultInstance().newXPath();

  private ReceivedFields(Document document) {
    this.document = document;
  }

  static ReceivedEinvoice read(
      Document document, EinvoiceFormat format, List<BrokenRule> warnings) {
    ReceivedFields fields = new ReceivedFields(document);
    try {
      return format.isUbl() ? fields.ubl(format, warnings) : fields.cii(format, warnings);
    } catch (IllegalArgumentException | ArithmeticException | DateTimeException wrong) {
      throw new RuleViolation(
          "einvoice.malformed",
          "An amount, a currency or a date in the document is not usable: " + wrong.getMessage());
    }
  }

  /** Which specification a document says it keeps, empty if none. */
  static String guideline(Document document) {
    return new ReceivedFields(document)
        .text(
            "/*/*[local-name()='CustomizationID'] | "
                + path("GuidelineSpecifiedDocumentContextParameter", "ID"));
  }

  private ReceivedEinvoice ubl(EinvoiceFormat format, List<BrokenRule> warnings) {
    Currency currency = Currency.getInstance(text("/*/*[local-name()='DocumentCurrencyCode']"));
    return new ReceivedEinvoice(
        format,
        text("/*/*[local-name()='InvoiceTypeCode' or local-name()='CreditNoteTypeCode']"),
        text("/*/*[local-name()='ID']"),
        LocalDate.parse(text("/*/*[local-name()='IssueDate']")),
        text(ublParty("AccountingSupplierParty")),
        text(ublParty("AccountingCustomerParty")),
        amount(total("TaxExclusiveAmount"), currency),
        amount(
            path("TaxTotal") + "/*[local-name()='TaxAmount'][@currencyID='" + currency + "']",
            currency),
        amount(total("PayableAmount"), currency),
        warnings);
  }

  private ReceivedEinvoice cii(EinvoiceFormat format, List<BrokenRule> warnings) {
    String settlement = "ApplicableHeaderTradeSettlement";
    String sums = path(settlement, "SpecifiedTradeSettlementHeaderMonetarySummation");
    Currency currency = Currency.getInstance(text(path(settlement, "InvoiceCurrencyCode")));
    return new ReceivedEinvoice(
        format,
        text(path("ExchangedDocument", "TypeCode")),
        text(path("ExchangedDocument", "ID")),
        LocalDate.parse(
            text(path("ExchangedDocument", "IssueDateTime", "DateTimeString")),
            DateTimeFormatter.BASIC_ISO_DATE),
        text(path("SellerTradeParty", "Name")),
        text(path("BuyerTradeParty", "Name")),
        amount(sums + "/*[local-name()='TaxBasisTotalAmount']", currency),
        amount(
            sums + "/*[local-name()='TaxTotalAmount'][@currencyID='" + currency + "']", currency),
        amount(sums + "/*[local-name()='DuePayableAmount']", currency),
        warnings);
  }

  private static String ublParty(String role) {
    return path(role, "Party", "PartyLegalEntity", "RegistrationName");
  }

  private static String total(String name) {
    return path("LegalMonetaryTotal", name);
  }

  private static String path(String... names) {
    StringBuilder path = new StringBuilder("/");
    for (String name : names) {
      path.append("/*[local-name()='").append(name).append("']");
    }
    return path.toString();
  }

  private String text(String path) {
    try {
      return xpath.evaluate("(" + path + ")[1]", document).strip();
    } catch (XPathExpressionException impossible) {
      throw new IllegalStateException(path + " is no path", impossible);
    }
  }

  private Money amount(String path, Currency currency) {
    String text = text(path);
    return text.isEmpty() ? Money.zero(currency) : new Money(new BigDecimal(text), currency);
  }
}
