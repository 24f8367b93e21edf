package io.dunwell.billing;

import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which billable items an invoice's lines bill. An item is billed by one living line at most. */
@Component
class Coverage {

  private final JdbcClient jdbc;

  Coverage(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the invoice billed is unbilled again. */
  void release(InvoiceId invoice) {
    jdbc.sql(
            """
            update billing.billed_item b set living = false
            from billing.invoice_line l where l.id = b.line and l.invoice = ? and b.living""")
        .param(invoice.value())
        .update();
  }
}
