package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Finds the issued lines that billed a delivery. */
@Component
class BilledLines {

  private static final String LINES =
      """
      select l.invoice, l.id,
             sum(i.quantity) + coalesce((
               select sum(y.quantity) from billing.invoice_line n
               join billing.billed_item x on x.line = n.id and x.living
               join billing.billable_item y on y.id = x.billable_item and y.root = i.root
               where n.original_line = l.id), 0) as kept
      from billing.billed_item b
      join billing.billable_item i on i.id = b.billable_item
      join billing.invoice_line l on l.id = b.line
      join billing.invoice v on v.id = l.invoice
      where i.root = ? and b.living and v.kind = 'INVOICE' and v.status = 'ISSUED'
      group by i.root, l.invoice, l.id, v.issued_on, v.id
      order by v.issued_on desc, v.id desc""";

  private final JdbcClient jdbc;
  private final Invoices invoices;

  BilledLines(JdbcClient jdbc, Invoices invoices) {
    this.jdbc = jdbc;
    this.invoices = invoices;
  }

  /**
   * A line of an issued invoice.
   *
   * @param kept how much it bills of the delivery that is not credited
   */
  record Billed(UUID invoice, UUID line, BigDecimal kept) {}

  /** The issued lines that bill what began with that delivery line, the latest first. */
  List<Billed> linesOf(UUID root) {
    return jdbc.sql(LINES)
        .param(root)
        .query(
            (row, n) ->
                new Billed(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getBigDecimal(3)))
        .list();
  }

  InvoiceView invoice(UUID id) {
    return invoices.existing(new InvoiceId(id)).view();
  }

  LineView line(InvoiceView invoice, UUID line) {
    return invoice.lines().stream()
        .filter(each -> each.id().equals(line))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Line " + line + " vanished"));
  }

  static UUID idOf(NewLine line) {
    UUID id = line.id();
    if (id == null) {
      throw new IllegalStateException("A planned line has its id");
    }
    return id;
  }
}
