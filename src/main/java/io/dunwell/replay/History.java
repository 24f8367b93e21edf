package io.dunwell.replay;

import io.dunwell.exchange.HistoricRow;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A historic ledger laid out by day: what was invoiced and what was settled when. */
record History(
    List<HistoricRow> customers,
    NavigableMap<LocalDate, List<HistoricRow>> invoiced,
    NavigableMap<LocalDate, List<HistoricRow>> settled) {

  private static final Comparator<HistoricRow> IN_ORDER =
      Comparator.comparing(HistoricRow::invoicedOn).thenComparing(HistoricRow::invoiceNumber);

  static History of(Collection<HistoricRow> invoices) {
    List<HistoricRow> inOrder = invoices.stream().sorted(IN_ORDER).toList();
    Map<String, HistoricRow> customers = new LinkedHashMap<>();
    inOrder.forEach(invoice -> customers.putIfAbsent(invoice.customerNumber(), invoice));
    return new History(
        List.copyOf(customers.values()),
        byDay(inOrder, HistoricRow::invoicedOn),
        byDay(
            inOrder.stream()
                .filter(invoice -> invoice.settledOn() != null && invoice.amount().isPositive())
                .toList(),
            History::settlement));
  }

  /** The days before the first one that is run on which something happened, in order. */
  List<LocalDate> daysBefore(LocalDate first) {
    var days = new TreeSet<>(invoiced.headMap(first, false).keySet());
    days.addAll(settled.headMap(first, false).keySet());
    return List.copyOf(days);
  }

  List<HistoricRow> invoicedOn(LocalDate day) {
    return invoiced.getOrDefault(day, List.of());
  }

  List<HistoricRow> settledOn(LocalDate day) {
    return settled.getOrDefault(day, List.of());
  }

  /** Money cannot pay an invoice before there is one. */
  private static LocalDate settlement(HistoricRow invoice) {
    LocalDate settledOn = Objects.requireNonNull(invoice.settledOn());
    return settledOn.isBefore(invoice.invoicedOn()) ? invoice.invoicedOn() : settledOn;
  }

  private static NavigableMap<LocalDate, List<HistoricRow>> byDay(
      List<HistoricRow> invoices, Function<HistoricRow, LocalDate> day) {
    return invoices.stream().collect(Collectors.groupingBy(day, TreeMap::new, Collectors.toList()));
  }
}
