package io.dunwell.withholding;

import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.Contracts;
import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.TaxesAtSource;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What is agreed with customers about taxes at source, in place of what follows from tax codes:
 * that a buyer deducts on goods (Income-tax Act 1961 s. 194Q), holds or was shown a certificate of
 * a lower rate (s. 197), or uses scrap for making things (s. 206C(1A)). A contract's word goes
 * before the customer's, a later one before an earlier.
 */
@Service
@Transactional
public class WithholdingChoices {

  private final JdbcClient jdbc;
  private final TaxesAtSource taxes;
  private final Customers customers;
  private final Contracts contracts;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  WithholdingChoices(
      JdbcClient jdbc,
      TaxesAtSource taxes,
      Customers customers,
      Contracts contracts,
      Clock clock,
      ApplicationEventPublisher events) {
    this.jdbc = jdbc;
    this.taxes = taxes;
    this.customers = customers;
    this.contracts = contracts;
    this.clock = clock;
    this.events = events;
  }

  /**
   * A choice.
   *
   * @param contract only for this contract; {@code null} for all of the customer's
   * @param code the tax at source, for example {@code TDS-GOODS}
   * @param applies whether it is due
   * @param rate in per cent; {@code null} for the law's
   * @param reason what it rests on, for example a declaration or certificate
   * @param from the first day
   */
  public record Choice(
      @Nullable UUID contract,
      String code,
      boolean applies,
      @Nullable BigDecimal rate,
      String reason,
      LocalDate from) {}

  /** Everything that was ever chosen, the newest first. */
  @Transactional(readOnly = true)
  public List<Choice> of(CustomerId customer) {
    customers.view(customer);
    return jdbc.sql(
            """
            select contract, code, applies, rate, reason, valid_from
              from withholding.withholding_choice where customer = ?
             order by valid_from desc, recorded_at desc""")
        .param(customer.value())
        .query(WithholdingChoices::choice)
        .list();
  }

  /**
   * Records a choice. Invoices in the making follow it when they are next saved or issued.
   *
   * @throws RuleViolation {@code withholding.not-known}, {@code withholding.no-reason}, {@code
   *     customer.unknown}, {@code contract.unknown}
   */
  public void choose(CustomerId customer, Choice choice, Actor by) {
    customers.view(customer);
    taxes.refuseUnlessKnown(choice.code());
    if (choice.reason().isBlank()) {
      throw new RuleViolation("withholding.no-reason", "Say what this rests on.");
    }
    if (choice.contract() != null) {
      contracts.view(new ContractId(choice.contract()), LocalDate.now(clock));
    }
    jdbc.sql(
            """
            insert into withholding.withholding_choice
              (id, customer, contract, code, applies, rate, reason, valid_from, recorded_by)
            values (?, ?, ?, ?, ?, ?, ?, ?, ?)""")
        .params(
            Ids.next(),
            customer.value(),
            choice.contract(),
            choice.code(),
            choice.applies(),
            choice.rate(),
            choice.reason().strip(),
            choice.from(),
            by.name())
        .update();
    events.publishEvent(
        new Auditable(
            by,
            "withholding.chosen",
            "customer",
            customer.toString(),
            Map.of(
                "code", choice.code(),
                "applies", String.valueOf(choice.applies()),
                "from", choice.from().toString(),
                "reason", choice.reason().strip())));
  }

  private static Choice choice(ResultSet row, int number) throws SQLException {
    return new Choice(
        row.getObject("contract", UUID.class),
        row.getString("code"),
        row.getBoolean("applies"),
        row.getBigDecimal("rate"),
        row.getString("reason"),
        row.getObject("valid_from", LocalDate.class));
  }
}
