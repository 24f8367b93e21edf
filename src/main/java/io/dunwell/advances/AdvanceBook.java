package io.dunwell.advances;

import io.dunwell.documents.DocumentId;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The advances and their vouchers as the database has them. */
@Component
class AdvanceBook {

  private static final String SELECT = "select * from billing.v_advance";

  /** Contracts that agree on an advance nobody has asked for; those lines are all of them. */
  private static final String NOT_ASKED =
      """
      select c.id from contracts.v_contract_on(?) c
      where c.billing_rule = 'ADVANCE' and c.advance is not null
        and c.valid_from <= ? and (c.valid_until is null or c.valid_until >= ?)
        and not exists (select 1 from billing.v_invoice i
                         where i.contract = c.id and i.kind = 'ADVANCE'
                           and i.status not in ('CANCELLED', 'WITHDRAWN'))
      order by c.number""";

  private final JdbcClient jdbc;

  AdvanceBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  List<AdvanceView> list(@Nullable UUID contract, @Nullable UUID customer) {
    return jdbc.sql(
            SELECT
                + " where (cast(:contract as uuid) is null or contract = :contract)"
                + " and (cast(:customer as uuid) is null or customer = :customer)"
                + " order by issued_on desc nulls first, number desc, id desc")
        .param("contract", contract, Types.OTHER)
        .param("customer", customer, Types.OTHER)
        .query(AdvanceBook::advance)
        .list();
  }

  AdvanceView view(InvoiceId id) {
    return jdbc.sql(SELECT + " where id = ?")
        .param(id.value())
        .query(AdvanceBook::advance)
        .optional()
        .orElseThrow(
            () ->
                new io.dunwell.shared.RuleViolation(
                    "advance.unknown", "There is no advance " + id + "."));
  }

  List<InvoiceId> withoutVoucher() {
    return jdbc
        .sql(
            "select id from billing.v_advance where number is not null and received > vouchered"
                + " order by issued_on, number")
        .query(UUID.class)
        .list()
        .stream()
        .map(InvoiceId::new)
        .toList();
  }

  List<UUID> contractsToAsk(LocalDate day) {
    return jdbc.sql(NOT_ASKED).params(day, day, day).query(UUID.class).list();
  }

  void write(VoucherView voucher, Actor by) {
    jdbc.sql(
            """
            insert into advances.receipt_voucher
              (id, advance, number, issued_on, received_on, amount, tax, document, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            voucher.id(),
            voucher.advance().value(),
            voucher.number(),
            voucher.issuedOn(),
            voucher.receivedOn(),
            voucher.amount().amount(),
            voucher.tax().amount(),
            voucher.document().value(),
            by.name())
        .update();
  }

  List<VoucherView> vouchers(InvoiceId advance) {
    return jdbc.sql(
            """
            select v.*, i.currency from advances.receipt_voucher v
            join billing.v_invoice i on i.id = v.advance
            where v.advance = ? order by v.issued_on, v.number""")
        .param(advance.value())
        .query(AdvanceBook::voucher)
        .list();
  }

  private static VoucherView voucher(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new VoucherView(
        row.getObject("id", UUID.class),
        new InvoiceId(row.getObject("advance", UUID.class)),
        row.getString("number"),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("received_on", LocalDate.class),
        Money.rounded(row.getBigDecimal("amount"), currency),
        Money.rounded(row.getBigDecimal("tax"), currency),
        new DocumentId(row.getObject("document", UUID.class)),
        row.getString("recorded_by"));
  }

  private static AdvanceView advance(ResultSet row, int index) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new AdvanceView(
        new InvoiceId(row.getObject("id", UUID.class)),
        InvoiceStatus.valueOf(row.getString("status")),
        row.getString("number"),
        new CustomerId(row.getObject("customer", UUID.class)),
        row.getObject("contract", UUID.class),
        row.getString("contract_number"),
        Money.rounded(row.getBigDecimal("net"), currency),
        Money.rounded(row.getBigDecimal("tax"), currency),
        Money.rounded(row.getBigDecimal("total"), currency),
        Money.rounded(row.getBigDecimal("received"), currency),
        Money.rounded(row.getBigDecimal("credited"), currency),
        Money.rounded(row.getBigDecimal("set_off"), currency),
        Money.rounded(row.getBigDecimal("vouchered"), currency),
        row.getObject("issued_on", LocalDate.class),
        row.getObject("received_on", LocalDate.class));
  }
}
