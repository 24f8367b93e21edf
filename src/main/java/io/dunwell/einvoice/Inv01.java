package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.GstState;
import io.dunwell.tax.Gstin;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxComponent;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;

/** Writes FORM GST INV-01 (CGST Rules r. 48(4), schema 1.1) for one document, in rupees. */
final class Inv01 {

  private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
  private static final JsonNodeFactory JSON = new JsonNodeFactory(true);

  private final EinvoiceDocument document;
  private final Rupees rupees;

  /**
   * @param rupeesPerUnit what one unit of the document's currency is worth; 1 for rupees
   */
  Inv01(EinvoiceDocument document, BigDecimal rupeesPerUnit) {
    this.document = document.positive();
    this.rupees = new Rupees(rupeesPerUnit);
    refuseUnlessGst();
    boolean reported = isAbroad() || document.supply() == Supply.DEEMED_EXPORT;
    if (document.buyer().taxNumber() == null && !reported) {
      throw new RuleViolation(
          "einvoice.consumer",
          "The portal registers invoices to registered buyers and exports only; this buyer has no"
              + " GSTIN.");
    }
  }

  private void refuseUnlessGst() {
    String number = document.seller().taxNumber();
    if (number == null || !Gstin.isValid(number)) {
      throw new RuleViolation(
          "einvoice.no-gstin",
          "The Indian portal registers invoices of sellers with a GSTIN, and %s is none: check dunwell.einvoice.seller.tax-number."
              .formatted(number == null || number.isBlank() ? "an empty number" : number));
    }
    if (document.taxes().stream().anyMatch(tax -> tax.component() == TaxComponent.VAT)) {
      throw new RuleViolation(
          "einvoice.not-gst", "This document bears VAT and is no matter of the Indian portal.");
    }
  }

  ObjectNode payload() {
    ObjectNode json = JSON.objectNode();
    json.put("Version", "1.1");
    json.set("TranDtls", transaction());
    json.set("DocDtls", head());
    Inv01Parties parties = new Inv01Parties(JSON, document);
    json.set("SellerDtls", parties.seller());
    json.set("BuyerDtls", parties.buyer(isAbroad()));
    parties.addPlaces(json);
    Inv01Amounts amounts = new Inv01Amounts(JSON, document, rupees);
    json.set("ItemList", amounts.items());
    json.set("ValDtls", amounts.totals());
    json.set("PayDtls", amounts.payment());
    addReferences(json);
    addExport(json);
    return json;
  }

  private boolean isAbroad() {
    return document.supply() == Supply.EXPORT_WITH_TAX
        || document.supply() == Supply.EXPORT_WITHOUT_TAX;
  }

  private ObjectNode transaction() {
    ObjectNode json = JSON.objectNode();
    json.put("TaxSch", "GST");
    json.put("SupTyp", supplyType(document.supply()));
    json.put("RegRev", document.supply() == Supply.REVERSE_CHARGE ? "Y" : "N");
    json.put("IgstOnIntra", isIntegratedAtHome() ? "Y" : "N");
    return json;
  }

  /** Integrated tax although seller and place of supply are in one state; not so for zones. */
  private boolean isIntegratedAtHome() {
    boolean integrated =
        document.taxes().stream().anyMatch(tax -> tax.component() == TaxComponent.IGST);
    boolean zone =
        document.supply() == Supply.SEZ_WITH_TAX || document.supply() == Supply.SEZ_WITHOUT_TAX;
    String seller = document.seller().address().state();
    return integrated && !zone && document.placeOfSupply().equals(seller);
  }

  private static String supplyType(Supply supply) {
    return switch (supply) {
      case REGULAR, REVERSE_CHARGE -> "B2B";
      case EXPORT_WITH_TAX -> "EXPWP";
      case EXPORT_WITHOUT_TAX -> "EXPWOP";
      case SEZ_WITH_TAX -> "SEZWP";
      case SEZ_WITHOUT_TAX -> "SEZWOP";
      case DEEMED_EXPORT -> "DEXP";
      case INTRA_COMMUNITY ->
          throw new RuleViolation(
              "einvoice.not-gst", "An intra-Community supply is no matter of the Indian portal.");
    };
  }

  private ObjectNode head() {
    ObjectNode json = JSON.objectNode();
    json.put("Typ", type(document.kind()));
    json.put("No", document.number());
    json.put("Dt", day(document.issuedOn()));
    return json;
  }

  static String type(DocumentKind kind) {
    return switch (kind) {
      case INVOICE -> "INV";
      case CREDIT_NOTE -> "CRN";
      case DEBIT_NOTE -> "DBN";
    };
  }

  private void addReferences(ObjectNode json) {
    EinvoiceReferences references = document.references();
    ObjectNode written = JSON.objectNode();
    if (!references.preceding().isEmpty()) {
      ArrayNode preceding = written.putArray("PrecDocDtls");
      references
          .preceding()
          .forEach(
              p -> preceding.addObject().put("InvNo", p.number()).put("InvDt", day(p.issuedOn())));
    }
    String order = references.purchaseOrder();
    String contract = references.contract();
    if (order != null || contract != null) {
      ObjectNode contracts = written.putArray("ContrDtls").addObject();
      Inv01Parties.putWhole(contracts, "PORefr", order, 1, 16);
      Inv01Parties.putWhole(contracts, "ContrRefr", contract, 1, 20);
    }
    if (!written.isEmpty()) {
      json.set("RefDtls", written);
    }
  }

  private void addExport(ObjectNode json) {
    if (isAbroad()) {
      ObjectNode export = json.putObject("ExpDtls");
      export.put("ForCur", document.currency().getCurrencyCode());
      export.put("CntCode", document.buyer().address().country());
    }
  }

  /** Of the state a place is in: two digits, {@link GstState#ABROAD} elsewhere. */
  static String state(EinvoiceAddress address) {
    String state = address.state();
    return address.country().equals("IN") && state != null ? state : GstState.ABROAD;
  }

  private static String day(LocalDate day) {
    return DAY.format(day);
  }
}
