package io.dunwell.billing;

import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.TaxShare;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** The taxes of a document added up by tax code and rate, one column for each component. */
record TaxTable(
    InvoiceWording wording,
    Function<LineView, List<TaxShare>> taxes,
    List<String> components,
    Map<String, List<LineView>> byCode) {

  /**
   * @param taxes those that a line bears, or those that its buyer owes himself
   * @param codes whether rows are told apart by tax code, or by rate alone
   */
  static TaxTable of(
      InvoiceView invoice,
      InvoiceWording wording,
      Function<LineView, List<TaxShare>> taxes,
      boolean codes) {
    List<String> components =
        invoice.lines().stream()
            .flatMap(line -> taxes.apply(line).stream())
            .map(TaxTable::name)
            .distinct()
            .toList();
    UntaxedLines untaxed = new UntaxedLines(invoice, wording);
    Map<String, List<LineView>> byCode = new LinkedHashMap<>();
    for (LineView line : invoice.lines()) {
      String rate =
          untaxed
              .word(line)
              .orElseGet(() -> wording.percent(rate(taxes.apply(line)), invoice.currency()));
      String key = codes ? line.charge().taxCode() + " · " + rate : rate;
      byCode.computeIfAbsent(key, code -> new ArrayList<>()).add(line);
    }
    return new TaxTable(wording, taxes, components, byCode);
  }

  /** The component as it is known to everybody; its label is the message of that name. */
  static String name(TaxShare tax) {
    return tax.component().equals("CESS_SPECIFIC") ? "CESS" : tax.component();
  }

  /** The whole rate of a line. */
  static BigDecimal rate(List<TaxShare> taxes) {
    return taxes.stream().map(TaxShare::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  List<String> heads() {
    return components.stream().map(each -> wording.text("invoice.component." + each)).toList();
  }

  List<InvoiceSheet.TaxRow> rows(InvoiceView invoice) {
    return byCode.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue(), invoice))
        .toList();
  }

  private InvoiceSheet.TaxRow row(String code, List<LineView> lines, InvoiceView invoice) {
    BigDecimal net =
        lines.stream().map(line -> line.charge().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> amounts =
        components.stream()
            .map(component -> wording.amount(invoice.money(sum(lines, component))))
            .toList();
    return new InvoiceSheet.TaxRow(code, wording.amount(invoice.money(net)), amounts);
  }

  private BigDecimal sum(List<LineView> lines, String component) {
    return lines.stream()
        .flatMap(line -> taxes.apply(line).stream())
        .filter(tax -> name(tax).equals(component))
        .map(TaxShare::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
