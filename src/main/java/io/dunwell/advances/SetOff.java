package io.dunwell.advances;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.shared.Together;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What was billed in advance on a contract, and how much of it later invoices may set off. */
@Component
public class SetOff {

  /** What advances of the contract brought, less what its other living invoices set off. */
  private static final String LEFT =
      """
      select coalesce(sum(case when kind = 'ADVANCE' then total - credited else -set_off end), 0)
      from (select i.kind, i.total, i.set_off,
                   (select coalesce(sum(n.total), 0) from billing.v_invoice n
                     where n.original = i.id and n.kind = 'CREDIT_NOTE'
                       and n.status = 'ISSUED') as credited
              from billing.v_invoice i
             where i.contract = ? and i.currency = ? and i.id <> ?
               and (i.kind = 'ADVANCE' and i.status = 'ISSUED'
                    or i.kind = 'INVOICE' and i.status not in ('CANCELLED', 'WITHDRAWN'))) a""";

  /** Which part of the contract's advances was no tax, and which was collected at source. */
  private static final String PARTS =
      """
      select coalesce(sum(i.net) / nullif(sum(i.total), 0), 1) as net,
             coalesce(sum(c.amount) / nullif(sum(i.total), 0), 0) as collected,
             coalesce(sum(i.tax - coalesce(c.amount, 0)), 0) <> 0 as taxed
        from billing.v_invoice i
        left join (select invoice, sum(amount) as amount from billing.v_invoice_tax
                    where component = ? group by invoice) c on c.invoice = i.id
       where i.contract = ? and i.kind = 'ADVANCE' and i.status = 'ISSUED'""";

  private static final String CREDITED =
      """
      select coalesce(sum(total), 0) from billing.v_invoice
      where original = ? and kind = 'CREDIT_NOTE' and status = 'ISSUED'""";

  private static final String NUMBERS =
      """
      select number from billing.v_advance
      where contract = ? and currency = ? and status = 'ISSUED' and set_off > 0
      order by issued_on, number""";

  private final JdbcClient jdbc;

  SetOff(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** How much of {@code total} advances have paid. */
  public BigDecimal of(InvoiceView invoice, BigDecimal total) {
    if (invoice.kind() != InvoiceKind.INVOICE || invoice.basis().contract() == null) {
      return BigDecimal.ZERO.setScale(total.scale());
    }
    boolean none = Together.active() && !advanced().contains(invoice.basis().contract());
    BigDecimal left = none ? BigDecimal.ZERO : left(invoice);
    return left.max(BigDecimal.ZERO).min(total).setScale(total.scale(), RoundingMode.DOWN);
  }

  private Set<UUID> advanced() {
    return Together.once(new InAdvance(), this::contractsWithAdvances);
  }

  /** The question for the contracts on which something was billed in advance. */
  private record InAdvance() {}

  private Set<UUID> contractsWithAdvances() {
    return new HashSet<>(
        jdbc.sql(
                """
                select distinct contract from billing.v_invoice
                where kind = 'ADVANCE' and status = 'ISSUED' and contract is not null""")
            .query(UUID.class)
            .list());
  }

  /**
   * What advances of the document's contract brought and no living invoice sets off; that document
   * itself does not count.
   */
  private BigDecimal left(InvoiceView but) {
    return jdbc.sql(LEFT)
        .params(but.basis().contract(), but.basis().currency(), but.id().value())
        .query(BigDecimal.class)
        .single();
  }

  /** How much of an issued advance is neither set off nor given back. */
  public BigDecimal free(InvoiceView advance) {
    BigDecimal credited =
        jdbc.sql(CREDITED).param(advance.id().value()).query(BigDecimal.class).single();
    BigDecimal own = advance.sums().total().subtract(credited);
    return left(advance).add(own).min(own).max(BigDecimal.ZERO);
  }

  /**
   * What a set-off consists of; the rest of it is goods and services tax.
   *
   * @param net what was billed without tax
   * @param collected tax that was collected at source
   */
  public record Parts(BigDecimal net, BigDecimal collected) {}

  /** The parts of what the invoice sets off. */
  public Parts partsOf(InvoiceView invoice) {
    BigDecimal whole = invoice.sums().setOff();
    if (whole.signum() == 0) {
      return new Parts(BigDecimal.ZERO, BigDecimal.ZERO);
    }
    return jdbc.sql(PARTS)
        .params(TaxShare.COLLECTED, invoice.basis().contract())
        .query(
            (row, n) -> {
              BigDecimal net = share(invoice, row.getBigDecimal("net"));
              BigDecimal collected = share(invoice, row.getBigDecimal("collected"));
              boolean exact = collected.signum() == 0 || row.getBoolean("taxed");
              return new Parts(net, exact ? collected : whole.subtract(net));
            })
        .single();
  }

  private static BigDecimal share(InvoiceView invoice, BigDecimal part) {
    return invoice.money(invoice.sums().setOff().multiply(part)).amount();
  }

  /** The numbers of the advances that an invoice may set off, the earliest first. */
  public List<String> numbers(InvoiceView invoice) {
    return invoice.sums().setOff().signum() == 0
        ? List.of()
        : jdbc.sql(NUMBERS)
            .params(invoice.basis().contract(), invoice.basis().currency())
            .query(String.class)
            .list();
  }
}
