package io.dunwell.billing;

import io.dunwell.approval.Approvals;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Actor;
import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Takes what came back before it was billed out of the invoices in the making: nobody is billed for
 * what he has returned, to be given a credit note the next day.
 */
@Component
class BackBeforeBilled {

  /** What came back of a root beyond what nobody bills, beside each line in the making. */
  private static final String LINES =
      """
      with over as (
        select b.root, -sum(b.quantity) as quantity from billing.billable_item b
        where %s
          and not exists (select 1 from billing.billed_item x
                           where x.billable_item = b.id and x.living)
        group by b.root having sum(b.quantity) < 0)
      select v.id, l.id, l.position, least(o.quantity, sum(b.quantity)) as back
      from over o
      join billing.billable_item b on b.root = o.root
      join billing.billed_item x on x.billable_item = b.id and x.living
      join billing.invoice_line l on l.id = x.line
      join billing.invoice v on v.id = l.invoice
      where v.kind = 'INVOICE' and v.status = any(cast(? as text[])) and %s
      group by v.id, l.id, l.position, o.quantity
      having sum(b.quantity) > 0
      order by v.id desc, l.position""";

  private static final String OF_RETURN =
      LINES.formatted(
          "b.root = (select r.root from billing.billable_item r where r.delivery_line = ? limit 1)",
          "true");

  private static final String OF_INVOICE =
      LINES.formatted(
          "b.root in (select y.root from billing.billable_item y"
              + " join billing.billed_item z on z.billable_item = y.id and z.living"
              + " join billing.invoice_line m on m.id = z.line where m.invoice = ?)",
          "v.id = ?");

  private static final String[] EDITABLE = {"DRAFT", "RETURNED"};
  private static final String[] DECIDED = {"SUBMITTED", "APPROVED"};

  private final JdbcClient jdbc;
  private final Drafts drafts;
  private final Approvals approvals;

  BackBeforeBilled(JdbcClient jdbc, Drafts drafts, Approvals approvals) {
    this.jdbc = jdbc;
    this.drafts = drafts;
    this.approvals = approvals;
  }

  /** A line that bills what came back. */
  record Returned(InvoiceId invoice, UUID line, int position, BigDecimal quantity) {}

  /** Bills less, or not at all, on drafts and on what was returned to its preparer. */
  void takeOutOfDrafts(UUID returnLine) {
    // one at a time: the next one has less to give
    List<Returned> first = of(OF_RETURN, returnLine, EDITABLE);
    while (!first.isEmpty()) {
      takeOut(first.get(0));
      first = of(OF_RETURN, returnLine, EDITABLE);
    }
  }

  /** What came back of a document that is being approved, or is approved. */
  List<Returned> since(InvoiceId invoice) {
    return of(OF_INVOICE, invoice.value(), DECIDED, invoice.value());
  }

  private List<Returned> of(String sql, Object... params) {
    return jdbc.sql(sql)
        .params(params)
        .query(
            (row, n) ->
                new Returned(
                    new InvoiceId(row.getObject(1, UUID.class)),
                    row.getObject(2, UUID.class),
                    row.getInt(3),
                    row.getBigDecimal(4)))
        .list();
  }

  private void takeOut(Returned back) {
    InvoiceView invoice = approvals.invoice(back.invoice());
    LineView line =
        invoice.lines().stream()
            .filter(each -> each.id().equals(back.line()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("Line " + back.line() + " vanished"));
    BigDecimal left = line.charge().quantity().subtract(back.quantity());
    if (left.signum() > 0) {
      drafts.revise(Seen.asItStands(invoice.id()), now -> less(now, line.id(), left), Actor.SYSTEM);
    } else if (invoice.lines().size() > 1) {
      drafts.drop(Seen.asItStands(invoice.id()), Set.of(line.id()), Actor.SYSTEM);
    } else {
      approvals.withdraw(invoice.id(), "All that it bills came back", Actor.SYSTEM);
    }
  }

  private static Revision less(InvoiceView now, UUID line, BigDecimal quantity) {
    return new Revision(
        now.basis(),
        now.lines().stream()
            .map(each -> each.id().equals(line) ? at(now, each, quantity) : NewLine.of(each))
            .toList());
  }

  private static NewLine at(InvoiceView now, LineView line, BigDecimal quantity) {
    var charge = line.charge();
    return new NewLine(
        line.id(),
        charge.at(quantity, charge.unitPrice(), charge.discountPercent(), now.currency()),
        line.originalLine(),
        line.because());
  }
}
