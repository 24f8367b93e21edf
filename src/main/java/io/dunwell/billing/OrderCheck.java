package io.dunwell.billing;

import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Whether the customer's purchase order covers what an invoice asks for, and until when. */
@Component
class OrderCheck {

  private static final String USED =
      """
      select coalesce(sum(case when kind <> 'CREDIT_NOTE' then net
                               when status = 'ISSUED' then -net else 0 end), 0)
      from billing.invoice
      where contract = ? and po_number = ? and kind <> 'ADVANCE' and id <> ?
        and status not in ('CANCELLED', 'WITHDRAWN')""";

  private final AgreedOrders agreed;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrderCheck(AgreedOrders agreed, JdbcClient jdbc, Clock clock) {
    this.agreed = agreed;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How the order stands with the invoice; empty where the contract never named one. */
  Optional<OrderStanding> of(InvoiceView invoice) {
    UUID contract = invoice.basis().contract();
    boolean asks =
        invoice.kind() == InvoiceKind.INVOICE || invoice.kind() == InvoiceKind.DEBIT_NOTE;
    if (contract == null || !asks) {
      return Optional.empty();
    }
    AgreedOrders.Orders orders = agreed.of(contract, LocalDate.now(clock));
    String named = invoice.basis().poNumber();
    if (named == null) {
      return invoice.kind() == InvoiceKind.INVOICE
          ? orders.present().map(order -> OrderStanding.missing(invoice, order))
          : Optional.empty();
    }
    Optional<PurchaseOrder> order = orders.named(named);
    if (order.isEmpty() && !orders.numbers().isEmpty()) {
      return Optional.of(OrderStanding.unknown(invoice, named, orders.numbers()));
    }
    return order.map(each -> standing(invoice, contract, each));
  }

  /**
   * Refuses what the order does not cover, and what is billed beside every order agreed.
   *
   * @throws RuleViolation {@code invoice.order-exceeded}, {@code invoice.order-ended}, {@code
   *     invoice.order-missing}, {@code invoice.order-unknown}
   */
  void check(InvoiceView invoice) {
    of(invoice).ifPresent(OrderStanding::refuse);
  }

  /**
   * Refuses an order that the contract does not know, or none where it asks for one, as soon as
   * somebody writes it down.
   *
   * @throws RuleViolation {@code invoice.order-missing}, {@code invoice.order-unknown}
   */
  void checkNumber(InvoiceView before, InvoiceView after) {
    if (!Objects.equals(before.basis().poNumber(), after.basis().poNumber())) {
      of(after).filter(standing -> !standing.agreed()).ifPresent(OrderStanding::refuse);
    }
  }

  private OrderStanding standing(InvoiceView invoice, UUID contract, PurchaseOrder order) {
    BigDecimal used =
        jdbc.sql(USED)
            .params(contract, order.number(), invoice.id().value())
            .query(BigDecimal.class)
            .single();
    return OrderStanding.of(
        order, invoice.money(used), invoice.net(), lastDelivery(invoice), invoice.kind());
  }

  private LocalDate lastDelivery(InvoiceView invoice) {
    return invoice.lines().stream()
        .map(line -> line.charge().deliveredOn())
        .filter(Objects::nonNull)
        .max(LocalDate::compareTo)
        .orElseGet(() -> LocalDate.now(clock));
  }
}
