package io.dunwell.withholding;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Withheld;
import io.dunwell.shared.Together;
import io.dunwell.tax.Withholding;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The taxes at source of invoices, kept with them. */
@Component
public class WithheldTaxes {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;

  WithheldTaxes(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  /** What is kept of an invoice. */
  private record Kept(InvoiceId invoice) {}

  /** Those of a stored invoice, whether they come to something or not. */
  public List<Withheld> of(InvoiceId invoice) {
    return Together.once(new Kept(invoice), () -> read(invoice));
  }

  private List<Withheld> read(InvoiceId invoice) {
    return jdbc.sql(
            """
            select code, kind, law, rate, value, covered, base, amount
              from withholding.invoice_withholding where invoice = ? order by position""")
        .param(invoice.value())
        .query(WithheldTaxes::withheld)
        .list();
  }

  /** Those of stored invoices that are not issued, in place of what was kept before. */
  public void keepAll(Map<InvoiceId, List<Withheld>> taxes) {
    jdbc.sql("delete from withholding.invoice_withholding where invoice = any(cast(? as uuid[]))")
        .param((Object) taxes.keySet().stream().map(InvoiceId::toString).toArray(String[]::new))
        .update();
    List<Object[]> rows = new ArrayList<>();
    taxes.forEach(
        (invoice, all) -> {
          Together.know(new Kept(invoice), all);
          for (int i = 0; i < all.size(); i++) {
            rows.add(row(invoice, i, all.get(i)));
          }
        });
    batch.batchUpdate(
        """
        insert into withholding.invoice_withholding
          (invoice, position, code, kind, law, rate, value, covered, base, amount)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows);
  }

  private static Object[] row(InvoiceId invoice, int position, Withheld tax) {
    return new Object[] {
      invoice.value(),
      position,
      tax.code(),
      tax.kind().name(),
      tax.law(),
      tax.rate(),
      tax.value(),
      tax.covered(),
      tax.base(),
      tax.amount()
    };
  }

  /** What was issued to the invoice's customer under that code from one day to another. */
  BigDecimal supplied(InvoiceView invoice, String code, LocalDate from, LocalDate until) {
    return jdbc.sql(
            """
            select coalesce(sum(case i.kind when 'CREDIT_NOTE' then -w.value else w.value end), 0)
              from withholding.invoice_withholding w join billing.v_invoice i on i.id = w.invoice
             where i.customer = ? and i.id <> ? and w.code = ? and i.status = 'ISSUED'
               and i.currency = ? and i.issued_on between ? and ?""")
        .params(
            invoice.customer().value(),
            invoice.id().value(),
            code,
            invoice.currency().getCurrencyCode(),
            from,
            until)
        .query(BigDecimal.class)
        .single();
  }

  /** What advances of the invoice's contract bore of the tax and no issued invoice has used up. */
  BigDecimal borneInAdvance(InvoiceView invoice, String code) {
    return jdbc.sql(
            """
            select coalesce(sum(case i.kind when 'ADVANCE' then w.value
                                            when 'INVOICE' then -w.covered else -w.value end), 0)
              from withholding.invoice_withholding w
              join billing.v_invoice i on i.id = w.invoice
              left join billing.v_invoice o on o.id = i.original
             where i.contract = ? and i.currency = ? and i.id <> ? and w.code = ?
               and i.status = 'ISSUED'
               and (i.kind in ('ADVANCE', 'INVOICE')
                    or i.kind = 'CREDIT_NOTE' and o.kind = 'ADVANCE')""")
        .params(
            invoice.basis().contract(),
            invoice.currency().getCurrencyCode(),
            invoice.id().value(),
            code)
        .query(BigDecimal.class)
        .single();
  }

  private static Withheld withheld(ResultSet row, int number) throws SQLException {
    return new Withheld(
        row.getString("code"),
        Withholding.Kind.valueOf(row.getString("kind")),
        row.getString("law"),
        row.getBigDecimal("rate"),
        row.getBigDecimal("value"),
        row.getBigDecimal("covered"),
        row.getBigDecimal("base"),
        row.getBigDecimal("amount"));
  }
}
