package io.dunwell.billing;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractView;
import io.dunwell.contracts.Contracts;
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
      select coalesce(sum(case when kind = 'CREDIT_NOTE' then -net else net end), 0)
      from billing.invoice
      where contract = ? and po_number = ? and kind <> 'ADVANCE' and id <> ?
        and status not in ('CANCELLED', 'WITHDRAWN')""";

  private final Contracts contracts;
  private final JdbcClient jdbc;
  private final Clock clock;

  OrderCheck(Contracts contracts, JdbcClient jdbc, Clock clock) {
    this.contracts = contracts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How the order stands with the invoice; empty where the contract names no such order. */
  Optional<OrderStanding> of(InvoiceView invoice) {
    UUID contract = invoice.basis().contract();
    boolean asks =
        invoice.kind() == InvoiceKind.INVOICE || invoice.kind() == InvoiceKind.DEBIT_NOTE;
    if (contract == null || invoice.basis().poNumber() == null || !asks) {
      return Optional.empty();
    }
    ContractView agreed = contracts.view(new ContractId(contract), LocalDate.now(clock));
    PurchaseOrder order = agreed.purchaseOrder();
    return order == null || !order.number().equals(invoice.basis().poNumber())
        ? Optional.empty()
        : Optional.of(standing(invoice, contract, order));
  }

  /**
   * Refuses what the order does not cover.
   *
   * @throws RuleViolation {@code invoice.order-exceeded}, {@code invoice.order-ended}
   */
  void check(InvoiceView invoice) {
    of(invoice)
        .filter(standing -> standing.problem() != null)
        .ifPresent(
            standing -> {
              throw new RuleViolation(
                  standing.exceeded() ? "invoice.order-exceeded" : "invoice.order-ended",
                  Objects.requireNonNull(standing.problem()));
            });
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
