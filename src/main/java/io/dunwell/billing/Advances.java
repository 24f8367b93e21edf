package io.dunwell.billing;

import java.math.BigDecimal;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was billed in advance on a contract, and how much of it later invoices may set off. */
@Component
class Advances {

  /** What advances of the contract brought, less what its other living invoices set off. */
  private static final String LEFT =
      """
      select coalesce(sum(case when kind = 'ADVANCE' then total - credited else -set_off end), 0)
      from (select i.kind, i.total, i.set_off,
                   (select coalesce(sum(n.total), 0) from billing.invoice n
                     where n.original = i.id and n.kind = 'CREDIT_NOTE'
                       and n.status = 'ISSUED') as credited
              from billing.invoice i
             where i.contract = ? and i.currency = ? and i.id <> ?
               and (i.kind = 'ADVANCE' and i.status = 'ISSUED'
                    or i.kind = 'INVOICE' and i.status not in ('CANCELLED', 'WITHDRAWN'))) a""";

  /** Which part of the contract's advances was no tax. */
  private static final String NET_SHARE =
      """
      select coalesce(sum(net) / nullif(sum(total), 0), 1) from billing.invoice
      where contract = ? and kind = 'ADVANCE' and status = 'ISSUED'""";

  private final JdbcClient jdbc;

  Advances(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How much of {@code total} advances have paid. */
  BigDecimal setOff(InvoiceView invoice, BigDecimal total) {
    if (invoice.kind() != InvoiceKind.INVOICE || invoice.basis().contract() == null) {
      return BigDecimal.ZERO.setScale(total.scale());
    }
    BigDecimal left =
        jdbc.sql(LEFT)
            .params(invoice.basis().contract(), invoice.basis().currency(), invoice.id().value())
            .query(BigDecimal.class)
            .single();
    return left.max(BigDecimal.ZERO)
        .min(total)
        .setScale(total.scale(), java.math.RoundingMode.DOWN);
  }

  /** The part of a set-off that was billed without tax. */
  BigDecimal netOf(InvoiceView invoice) {
    if (invoice.sums().setOff().signum() == 0) {
      return BigDecimal.ZERO;
    }
    BigDecimal share =
        jdbc.sql(NET_SHARE).param(invoice.basis().contract()).query(BigDecimal.class).single();
    return invoice.money(invoice.sums().setOff().multiply(share)).amount();
  }
}
