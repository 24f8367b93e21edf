package io.dunwell.approval;

import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Group;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What lists show of invoices that wait: as many statements for two hundred as for one. */
@Service
@Transactional(readOnly = true)
public class ApprovalGlances {

  private static final String PROOFS =
      """
      select b.invoice, count(distinct p.id) from billing.v_billed_delivery b
        join contracts.v_proof p on p.delivery = b.delivery
       where b.invoice = any(cast(:invoices as uuid[])) group by b.invoice""";

  private static final String OVERDUE =
      """
      select customer, currency, sum(open) from receivables.v_open_item
       where customer = any(cast(:customers as uuid[])) and open <> 0 and due_on < :today
       group by customer, currency""";

  private final Invoices invoices;
  private final Customers customers;
  private final ApprovalEvidence evidence;
  private final ApprovalRules rules;
  private final JdbcClient jdbc;
  private final Clock clock;

  ApprovalGlances(
      Invoices invoices,
      Customers customers,
      ApprovalEvidence evidence,
      ApprovalRules rules,
      JdbcClient jdbc,
      Clock clock) {
    this.invoices = invoices;
    this.customers = customers;
    this.evidence = evidence;
    this.rules = rules;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** Those of the invoices that exist, by their ids. */
  public Map<InvoiceId, ApprovalGlance> of(Collection<InvoiceId> ids) {
    List<InvoiceView> views =
        invoices.existing(Set.copyOf(ids)).stream().map(Invoice::view).toList();
    Map<CustomerId, CustomerView> buyers =
        customers.views(views.stream().map(InvoiceView::customer).collect(Collectors.toSet()));
    Map<Object, Integer> proofs = proofs(ids);
    Map<Owed, BigDecimal> overdue = overdue(buyers.keySet());
    ApprovalEvidence.Of all = evidence.of(views);
    Map<InvoiceId, ApprovalGlance> glances = new HashMap<>();
    for (InvoiceView view : views) {
      CustomerView buyer = Objects.requireNonNull(buyers.get(view.customer()));
      Owed owed = new Owed(view.customer().value(), view.currency().getCurrencyCode());
      glances.put(
          view.id(),
          new ApprovalGlance(
              view,
              buyer.name(),
              buyer.number(),
              proofs.getOrDefault(view.id().value(), 0),
              all.standings(view),
              all.verdicts(view.id()),
              all.hands(view.id()),
              Money.rounded(overdue.getOrDefault(owed, BigDecimal.ZERO), view.currency())));
    }
    return glances;
  }

  /**
   * Why that person may not decide for the department now, as a sentence; null if they may.
   *
   * @param groups for which the person may decide today
   */
  public @Nullable String hindrance(
      ApprovalGlance glance, Department department, Set<Group> groups, Actor by) {
    try {
      rules.refuseUnlessMayDecide(
          glance.invoice(),
          department,
          glance.standings(),
          glance.verdicts(),
          new ApprovalRules.Person(by, groups, glance.hands()));
      return null;
    } catch (RuleViolation refused) {
      return refused.sentence();
    }
  }

  private record Owed(Object customer, String currency) {}

  private Map<Object, Integer> proofs(Collection<InvoiceId> ids) {
    Map<Object, Integer> proofs = new HashMap<>();
    jdbc.sql(PROOFS)
        .param("invoices", ids.stream().map(InvoiceId::toString).toArray(String[]::new))
        .query(
            row -> {
              proofs.put(row.getObject(1), row.getInt(2));
            });
    return proofs;
  }

  private Map<Owed, BigDecimal> overdue(Collection<CustomerId> buyers) {
    Map<Owed, BigDecimal> overdue = new HashMap<>();
    jdbc.sql(OVERDUE)
        .param("customers", buyers.stream().map(CustomerId::toString).toArray(String[]::new))
        .param("today", LocalDate.now(clock))
        .query(
            row -> {
              overdue.put(new Owed(row.getObject(1), row.getString(2)), row.getBigDecimal(3));
            });
    return overdue;
  }
}
