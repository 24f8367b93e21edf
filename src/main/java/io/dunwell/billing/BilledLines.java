package io.dunwell.billing;

import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the issued line that billed a delivery. */
@Component
class BilledLines {

  private final JdbcClient jdbc;
  private final Invoices invoices;

  BilledLines(JdbcClient jdbc, Invoices invoices) {
    this.jdbc = jdbc;
    this.invoices = invoices;
  }

  /** A line of an issued invoice. */
  record Billed(UUID invoice, UUID line) {}

  /** The latest issued invoice's line for what began with that delivery line. */
  Optional<Billed> lineOf(UUID root) {
    return jdbc.sql(
            """
            select l.invoice, l.id from billing.billed_item b
            join billing.billable_item i on i.id = b.billable_item
            join billing.invoice_line l on l.id = b.line
            join billing.invoice v on v.id = l.invoice
            where i.root = ? and b.living and v.kind = 'INVOICE' and v.status = 'ISSUED'
            order by v.issued_on desc, v.id desc limit 1""")
        .param(root)
        .query((row, n) -> new Billed(row.getObject(1, UUID.class), row.getObject(2, UUID.class)))
        .optional();
  }

  InvoiceView invoice(UUID id) {
    return invoices.existing(new InvoiceId(id)).view();
  }

  Charge charge(InvoiceView invoice, UUID line) {
    return invoice.lines().stream()
        .filter(each -> each.id().equals(line))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Line " + line + " vanished"))
        .charge();
  }

  static UUID idOf(NewLine line) {
    UUID id = line.id();
    if (id == null) {
      throw new IllegalStateException("A planned line has its id");
    }
    return id;
  }
}
