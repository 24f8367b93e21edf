package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.events.InvoiceIssued;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Credit notes after which what they credit is to be billed again: to the right buyer, by another
 * contract, or at another price. It is unbilled from the day of issue on.
 */
@Component
class BilledAgain {

  private static final String LINES =
      """
      select l.original_line, sum(l.quantity) as quantity from billing.invoice_line l
      where l.invoice = ? and l.original_line is not null
        and exists (select 1 from billing.billed_item x where x.line = l.original_line and x.living)
      group by l.original_line""";

  private final JdbcClient jdbc;
  private final Parts parts;

  BilledAgain(JdbcClient jdbc, Parts parts) {
    this.jdbc = jdbc;
    this.parts = parts;
  }

  private record Credited(UUID line, BigDecimal quantity) {}

  /** Notes that what the draft of a credit note credits is to be billed again. */
  void note(InvoiceId note) {
    jdbc.sql("insert into billing.billed_again (note) values (?)").param(note.value()).update();
  }

  /** Makes what an issued note credits billable again. */
  @EventListener
  void on(InvoiceIssued issued) {
    if (!issued.kind().equals("CREDIT_NOTE") || !is(issued.invoice())) {
      return;
    }
    for (Credited each :
        jdbc.sql(LINES)
            .param(issued.invoice())
            .query(
                (row, n) ->
                    new Credited(row.getObject(1, UUID.class), row.getBigDecimal("quantity")))
            .list()) {
      if (parts.free(each.line(), each.quantity(), issued.issuedOn()).signum() > 0) {
        throw new RuleViolation(
            "credit-note.more-than-billed",
            "More is to be billed again than the invoice bills of deliveries. Return the note and credit less.");
      }
    }
  }

  private boolean is(UUID note) {
    return jdbc.sql("select exists (select 1 from billing.billed_again where note = ?)")
        .param(note)
        .query(Boolean.class)
        .single();
  }
}
