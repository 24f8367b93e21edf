package io.dunwell.billing;

import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The taxes of a document added up by tax code and rate, one column for each component. */
record TaxTable(List<String> heads, Map<String, List<LineView>> byCode) {

  static TaxTable of(InvoiceView invoice) {
    List<String> heads =
        invoice.lines().stream()
            .flatMap(line -> line.taxes().stream())
            .map(TaxTable::name)
            .distinct()
            .toList();
    Map<String, List<LineView>> byCode = new LinkedHashMap<>();
    invoice
        .lines()
        .forEach(line -> byCode.computeIfAbsent(key(line), code -> new ArrayList<>()).add(line));
    return new TaxTable(heads, byCode);
  }

  /** The component as printed. */
  static String name(TaxShare tax) {
    return tax.component().equals("CESS_SPECIFIC") ? "CESS" : tax.component();
  }

  List<InvoiceSheet.TaxRow> rows(InvoiceView invoice) {
    return byCode.entrySet().stream()
        .map(entry -> row(entry.getKey(), entry.getValue(), invoice))
        .toList();
  }

  private InvoiceSheet.TaxRow row(String code, List<LineView> lines, InvoiceView invoice) {
    BigDecimal net =
        lines.stream().map(line -> line.charge().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal tax = lines.stream().map(LineView::tax).reduce(BigDecimal.ZERO, BigDecimal::add);
    List<String> amounts =
        heads.stream().map(head -> Words.amount(invoice.money(sum(lines, head)))).toList();
    return new InvoiceSheet.TaxRow(
        code, Words.amount(invoice.money(net)), amounts, Words.amount(invoice.money(tax)));
  }

  private static BigDecimal sum(List<LineView> lines, String head) {
    return lines.stream()
        .flatMap(line -> line.taxes().stream())
        .filter(tax -> name(tax).equals(head))
        .map(TaxShare::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static String key(LineView line) {
    BigDecimal rate =
        line.taxes().stream().map(TaxShare::rate).reduce(BigDecimal.ZERO, BigDecimal::add);
    return line.charge().taxCode() + " · " + InvoiceSheets.plain(rate) + " %";
  }
}
