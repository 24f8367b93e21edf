package io.dunwell.approval;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Gathers what approvers see of an invoice. */
@Service
@Transactional(readOnly = true)
public class ApprovalSheets {

  private static final String PROOFS =
      """
      select distinct d.delivery_number, p.kind, p.name, p.document, p.attached_at
        from billing.v_billed_delivery b
        join contracts.v_proof p on p.delivery = b.delivery
        join contracts.v_delivery_line d on d.delivery = b.delivery
       where b.invoice = :invoice
       order by p.attached_at, p.document""";

  private static final String ACCOUNT =
      """
      select coalesce(sum(open), 0) as balance,
             coalesce(sum(open) filter (where due_on < :today), 0) as overdue,
             coalesce(max(:today - due_on) filter (where open > 0 and due_on < :today), 0) as days,
             (select coalesce(sum(amount), 0) from receipts.v_unapplied
               where customer = :customer and currency = :currency) as unapplied
        from receivables.v_open_item
       where customer = :customer and currency = :currency and open <> 0""";

  private static final String ITEMS =
      """
      select label, due_on, open, greatest(:today - due_on, 0) as days
        from receivables.v_open_item
       where customer = :customer and currency = :currency and open <> 0
       order by due_on, label limit 12""";

  private final Approvals approvals;
  private final Customers customers;
  private final CreditClasses credit;
  private final JdbcClient jdbc;
  private final Clock clock;

  ApprovalSheets(
      Approvals approvals,
      Customers customers,
      CreditClasses credit,
      JdbcClient jdbc,
      Clock clock) {
    this.approvals = approvals;
    this.customers = customers;
    this.credit = credit;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * The invoice as it is now.
   *
   * @throws io.dunwell.shared.RuleViolation {@code invoice.unknown}
   */
  public ApprovalSheet of(InvoiceId id) {
    InvoiceView invoice = approvals.invoice(id);
    return new ApprovalSheet(
        invoice,
        customers.view(invoice.customer()),
        proofs(id),
        approvals.standings(id),
        approvals.verdicts(id),
        account(invoice.customer(), invoice.currency()),
        credit.of(invoice.customer()));
  }

  private List<ApprovalSheet.Proof> proofs(InvoiceId id) {
    return jdbc.sql(PROOFS)
        .param("invoice", id.value())
        .query(
            (row, n) ->
                new ApprovalSheet.Proof(
                    row.getString("delivery_number"),
                    row.getString("kind"),
                    row.getString("name"),
                    row.getObject("document", UUID.class)))
        .list();
  }

  private ApprovalSheet.Account account(CustomerId customer, Currency currency) {
    List<ApprovalSheet.Item> items =
        about(ITEMS, customer, currency).query((row, n) -> item(row, currency)).list();
    return about(ACCOUNT, customer, currency)
        .query((row, n) -> account(row, currency, items))
        .single();
  }

  private JdbcClient.StatementSpec about(String sql, CustomerId customer, Currency currency) {
    return jdbc.sql(sql)
        .param("customer", customer.value())
        .param("currency", currency.getCurrencyCode())
        .param("today", LocalDate.now(clock));
  }

  private static ApprovalSheet.Account account(
      ResultSet row, Currency currency, List<ApprovalSheet.Item> items) throws SQLException {
    Money unapplied = money(row.getBigDecimal("unapplied"), currency);
    return new ApprovalSheet.Account(
        money(row.getBigDecimal("balance"), currency).minus(unapplied),
        money(row.getBigDecimal("overdue"), currency),
        unapplied,
        row.getInt("days"),
        items);
  }

  private static ApprovalSheet.Item item(ResultSet row, Currency currency) throws SQLException {
    return new ApprovalSheet.Item(
        row.getString("label"),
        row.getObject("due_on", LocalDate.class),
        money(row.getBigDecimal("open"), currency),
        row.getInt("days"));
  }

  private static Money money(BigDecimal amount, Currency currency) {
    return Money.rounded(amount, currency);
  }
}
