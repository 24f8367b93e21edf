package io.dunwell.einvoice;

import static io.dunwell.tax.TaxComponent.CESS;
import static io.dunwell.tax.TaxComponent.CESS_SPECIFIC;
import static io.dunwell.tax.TaxComponent.CGST;
import static io.dunwell.tax.TaxComponent.IGST;
import static io.dunwell.tax.TaxComponent.SGST;
import static io.dunwell.tax.TaxComponent.UTGST;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.tax.TaxAmount;
import io.dunwell.tax.TaxComponent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;

/** Lines, totals and payment in INV-01: each total is the sum of the lines as written. */
final class Inv01Amounts {

  private final JsonNodeFactory json;
  private final EinvoiceDocument document;
  private final Rupees rupees;

  Inv01Amounts(JsonNodeFactory json, EinvoiceDocument document, Rupees rupees) {
    this.json = json;
    this.document = document;
    this.rupees = rupees;
  }

  ArrayNode items() {
    ArrayNode items = json.arrayNode();
    document.lines().forEach(line -> items.add(item(line)));
    return items;
  }

  private ObjectNode item(EinvoiceLine line) {
    ObjectNode item = json.objectNode();
    item.put("SlNo", Integer.toString(line.number()));
    Inv01Parties.putIf(item, "PrdDesc", line.name(), 3, 300);
    item.put("IsServc", line.service() ? "Y" : "N");
    Inv01Parties.putWhole(item, "HsnCd", line.taxCode(), 4, 8);
    if (!line.service()) {
      item.put("Qty", line.quantity());
      item.put("Unit", UnitCodes.uqc(line.unit()));
    }
    prices(item, line);
    item.put("AssAmt", rupees.of(line.tax().net()));
    item.put("GstRt", line.tax().ratePercent());
    item.put("IgstAmt", sum(line, IGST));
    item.put("CgstAmt", sum(line, CGST));
    item.put("SgstAmt", sum(line, SGST, UTGST));
    item.put("CesRt", cessRate(line));
    item.put("CesAmt", sum(line, CESS));
    item.put("CesNonAdvlAmt", sum(line, CESS_SPECIFIC));
    item.put("TotItemVal", value(line));
    return item;
  }

  /** The portal knows no negative discount: what a rounded price does not explain is net. */
  private void prices(ObjectNode item, EinvoiceLine line) {
    boolean above = line.discount().isNegative();
    item.put("UnitPrice", rupees.of(above ? line.netPrice() : line.unitPrice(), 3));
    item.put("TotAmt", rupees.of(above ? line.tax().net() : line.gross()));
    item.put("Discount", above ? BigDecimal.ZERO.setScale(2) : rupees.of(line.discount()));
  }

  ObjectNode totals() {
    BigDecimal roundOff = rupees.of(document.roundOff());
    BigDecimal charges = rupees.of(document.collectedAtSource());
    BigDecimal lines =
        document.lines().stream().map(this::value).reduce(BigDecimal.ZERO, BigDecimal::add);
    ObjectNode totals = json.objectNode();
    totals.put(
        "AssVal",
        document.lines().stream()
            .map(line -> rupees.of(line.tax().net()))
            .reduce(BigDecimal.ZERO, BigDecimal::add));
    totals.put("CgstVal", total(CGST));
    totals.put("SgstVal", total(SGST, UTGST));
    totals.put("IgstVal", total(IGST));
    totals.put("CesVal", total(CESS, CESS_SPECIFIC));
    totals.put("OthChrg", charges);
    totals.put("RndOffAmt", roundOff);
    totals.put("TotInvVal", lines.add(charges).add(roundOff));
    if (!document.currency().getCurrencyCode().equals("INR")) {
      totals.put("TotInvValFc", document.total().amount());
    }
    return totals;
  }

  ObjectNode payment() {
    EinvoicePayment payment = document.payment();
    ObjectNode written = json.objectNode();
    Inv01Parties.putIf(written, "Nm", payment.accountName(), 1, 100);
    Inv01Parties.putWhole(written, "AccDet", payment.account(), 1, 18);
    Inv01Parties.putWhole(written, "FinInsBr", payment.bank(), 1, 11);
    Inv01Parties.putIf(written, "PayTerm", payment.terms(), 1, 100);
    if (payment.creditDays() != null) {
      written.put("CrDay", payment.creditDays());
    }
    written.put("PaidAmt", rupees.of(document.prepaid()));
    written.put("PaymtDue", rupees.of(document.due()));
    return written;
  }

  private BigDecimal value(EinvoiceLine line) {
    return rupees
        .of(line.tax().net())
        .add(sum(line, IGST, CGST, SGST, UTGST))
        .add(sum(line, CESS, CESS_SPECIFIC));
  }

  private BigDecimal total(TaxComponent... components) {
    return document.lines().stream()
        .map(line -> sum(line, components))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal sum(EinvoiceLine line, TaxComponent... components) {
    Set<TaxComponent> wanted = Set.of(components);
    return line.taxes().stream()
        .filter(tax -> wanted.contains(tax.component()))
        .map(tax -> rupees.of(tax.amount()))
        .reduce(BigDecimal.ZERO.setScale(2), BigDecimal::add);
  }

  private static BigDecimal cessRate(EinvoiceLine line) {
    List<TaxAmount> cess = line.taxes().stream().filter(tax -> tax.component() == CESS).toList();
    return cess.isEmpty() ? BigDecimal.ZERO : cess.get(0).ratePercent();
  }
}
