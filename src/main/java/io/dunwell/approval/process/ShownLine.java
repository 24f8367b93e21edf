package io.dunwell.approval.process;

import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;

/** A line of an invoice as a form shows it: what is billed beside what the contract says. */
record ShownLine(InvoiceView invoice, LineView line) {

  private static final String NONE = "—";

  Map<String, Object> row(boolean marked) {
    Charge charge = line.charge();
    Map<String, Object> row = new HashMap<>();
    row.put(
        "item",
        line.position()
            + ". "
            + charge.item()
            + " · "
            + charge.description()
            + untaxed()
            + because());
    row.put("quantity", Words.number(charge.quantity()) + " " + charge.unit());
    row.put("price", price(charge.unitPrice(), charge.discountPercent()));
    row.put("contractPrice", contractPrice(charge));
    row.put("net", Words.amount(invoice.money(charge.net())));
    row.put("differs", differs(charge));
    row.put("marked", marked ? "look here" : "");
    return row;
  }

  /** The line in a list of lines to choose from. */
  Map<String, Object> choice() {
    String label = "Line %s: %s".formatted(line.position(), line.charge().description());
    return Map.of("value", line.id().toString(), "label", label);
  }

  private String untaxed() {
    String treatment = line.charge().treatment();
    return treatment.equals("TAXED") ? "" : " · " + Words.of(treatment);
  }

  /** Why it is billed, where no delivery asks for it. */
  private String because() {
    return line.because() == null ? "" : " (" + line.because() + ")";
  }

  private String differs(Charge charge) {
    if (charge.contractNet() == null) {
      return "no contract price";
    }
    BigDecimal by = charge.deviation();
    return line.deviates() ? (by.signum() > 0 ? "+" : "") + Words.amount(invoice.money(by)) : "";
  }

  private String contractPrice(Charge charge) {
    return charge.contractUnitPrice() == null
        ? NONE
        : price(
            charge.contractUnitPrice(),
            Objects.requireNonNullElse(charge.contractDiscountPercent(), BigDecimal.ZERO));
  }

  private String price(BigDecimal unitPrice, BigDecimal discount) {
    String price = Words.price(unitPrice, invoice.currency());
    return discount.signum() == 0 ? price : price + " less " + Words.number(discount) + " %";
  }
}
