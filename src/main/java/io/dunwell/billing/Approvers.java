package io.dunwell.billing;

import io.dunwell.workflow.DecisionTables;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Decides who has to approve an invoice; the rules are {@code invoice-approvers.dmn}. */
@Service
@Transactional(readOnly = true)
public class Approvers {

  private static final String TABLE = "invoice-approvers";
  private static final String NOBODY = "NOBODY";
  private static final Set<String> EXPORTS = Set.of("EXPORT", "SEZ");

  private static final String KNOWN =
      """
      select exists (select 1 from receivables.v_open_item where customer = :customer)
          or exists (select 1 from billing.invoice
                      where customer = :customer and issued_on is not null)""";

  private static final String PROOF_MISSING =
      """
      select exists (
        select 1 from billing.billed_item b
          join billing.invoice_line l on l.id = b.line
          join billing.billable_item i on i.id = b.billable_item
          join contracts.v_contract c on c.id = i.contract
         where l.invoice = :invoice and b.living and i.quantity > 0 and c.proof_required
           and not exists (select 1 from contracts.v_proof p where p.delivery = i.delivery))""";

  private final DecisionTables tables;
  private final JdbcClient jdbc;
  private final CreditClasses credit;

  Approvers(DecisionTables tables, JdbcClient jdbc, CreditClasses credit) {
    this.tables = tables;
    this.jdbc = jdbc;
    this.credit = credit;
  }

  /**
   * Who has to approve.
   *
   * @param because why which department has to; empty if nobody has to
   * @param policy if nobody has to, which policy allows that; null otherwise
   */
  public record Decision(Map<Department, String> because, @Nullable String policy) {

    public Decision {
      because = Map.copyOf(because);
    }
  }

  /** What the table decides about the invoice as it is now. */
  public Decision decide(InvoiceView invoice) {
    return decide(invoice.id().toString(), facts(invoice));
  }

  Decision decide(String about, ApproverFacts facts) {
    Map<Department, String> because = new EnumMap<>(Department.class);
    String policy = null;
    for (Map<String, Object> answer : tables.decideAll(TABLE, about, facts.asMap())) {
      String why = String.valueOf(answer.get("because"));
      String department = String.valueOf(answer.get("department"));
      if (department.equals(NOBODY)) {
        policy = why;
      } else {
        because.merge(Department.valueOf(department), why, (one, more) -> one + " " + more);
      }
    }
    return new Decision(because, because.isEmpty() ? policy : null);
  }

  /** Everything the table may look at. */
  public ApproverFacts facts(InvoiceView invoice) {
    return new ApproverFacts(
        invoice.kind(),
        invoice.currency().getCurrencyCode(),
        invoice.total().amount().setScale(0, RoundingMode.CEILING).longValueExact(),
        invoice.lines().stream().noneMatch(LineView::deviates),
        highestDiscount(invoice),
        !asked(KNOWN, "customer", invoice.customer().value()),
        credit.of(invoice.customer()).name(),
        asked(PROOF_MISSING, "invoice", invoice.id().value()),
        EXPORTS.stream().anyMatch(invoice.basis().supply()::startsWith));
  }

  /** Who is asked again after a change, by what changed. */
  public static Map<Aspect, Set<Department>> askedAgain() {
    Map<Aspect, Set<Department>> again = new EnumMap<>(Aspect.class);
    for (Aspect each : Aspect.values()) {
      again.put(each, ReapprovalPolicy.concernedBy(each));
    }
    return again;
  }

  private static int highestDiscount(InvoiceView invoice) {
    return invoice.lines().stream()
        .map(line -> line.charge().discountPercent())
        .max(Comparator.naturalOrder())
        .map(percent -> percent.setScale(0, RoundingMode.CEILING).intValueExact())
        .orElse(0);
  }

  private boolean asked(String question, String name, Object value) {
    return jdbc.sql(question).param(name, value).query(Boolean.class).single();
  }
}
