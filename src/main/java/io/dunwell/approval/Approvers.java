package io.dunwell.approval;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Together;
import io.dunwell.shared.Words;
import io.dunwell.workflow.DecisionTables;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
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

  /** Those of the customers who were ever billed. */
  private static final String KNOWN =
      """
      select c.id from unnest(cast(? as uuid[])) c (id)
       where exists (select 1 from receivables.v_open_item i where i.customer = c.id)
          or exists (select 1 from billing.v_invoice i
                      where i.customer = c.id and i.issued_on is not null)""";

  /** Those of the invoices that bill a delivery without the proof that its contract asks for. */
  private static final String PROOF_MISSING =
      """
      select distinct b.invoice from billing.v_billed_delivery b
        join contracts.v_contract c on c.id = b.contract
       where b.invoice = any(cast(? as uuid[])) and b.living and b.quantity > 0
         and c.proof_required
         and not exists (select 1 from contracts.v_proof p where p.delivery = b.delivery)""";

  /** What else was split off the same drafts as these, by draft. */
  private static final String OTHER_PARTS =
      """
      select invoice, sum(total) from billing.v_other_part
       where invoice = any(cast(? as uuid[])) group by invoice""";

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
   * @param facts what the table looked at
   */
  public record Decision(
      Map<Department, String> because, @Nullable String policy, ApproverFacts facts) {

    public Decision {
      because = Map.copyOf(because);
    }

    private Decision also(String why) {
      Map<Department, String> more = new EnumMap<>(Department.class);
      because.forEach((department, each) -> more.put(department, each + " " + why));
      return new Decision(more, policy, facts);
    }
  }

  /** What the table decides about the invoice as it is now. */
  public Decision decide(InvoiceView invoice) {
    Decision decision = decide(invoice.id().toString(), facts(invoice));
    BigDecimal others = otherParts(invoice);
    return others.signum() == 0
        ? decision
        : decision.also(
            "It was split, and all parts come to %s."
                .formatted(Words.money(invoice.total().plus(invoice.money(others)))));
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
    return new Decision(because, because.isEmpty() ? policy : null, facts);
  }

  /** Everything the table may look at. */
  public ApproverFacts facts(InvoiceView invoice) {
    return new ApproverFacts(
        invoice.kind(),
        invoice.currency().getCurrencyCode(),
        invoice
            .total()
            .amount()
            .add(otherParts(invoice))
            .setScale(0, RoundingMode.CEILING)
            .longValueExact(),
        invoice.lines().stream().noneMatch(LineView::deviates),
        highestDiscount(invoice),
        !Together.once(new Known(invoice.customer()), () -> known(invoice.customer())),
        Together.once(new Rated(invoice.customer()), () -> credit.of(invoice.customer())).name(),
        Together.once(new ProofMissing(invoice.id()), () -> proofMissing(invoice.id())),
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

  /** Whether a customer was ever billed. */
  private record Known(CustomerId customer) {}

  /** How a customer is rated. */
  private record Rated(CustomerId customer) {}

  /** Whether an invoice bills what is not proven. */
  private record ProofMissing(InvoiceId invoice) {}

  private boolean known(CustomerId customer) {
    return !found(KNOWN, List.of(customer.value())).isEmpty();
  }

  private boolean proofMissing(InvoiceId invoice) {
    return !found(PROOF_MISSING, List.of(invoice.value())).isEmpty();
  }

  /** What else was split off the same draft. */
  private record OtherParts(InvoiceId invoice) {}

  private BigDecimal otherParts(InvoiceView invoice) {
    return Together.once(
        new OtherParts(invoice.id()),
        () ->
            otherParts(List.of(invoice.id().value()))
                .getOrDefault(invoice.id().value(), BigDecimal.ZERO));
  }

  private Map<UUID, BigDecimal> otherParts(Collection<UUID> among) {
    Map<UUID, BigDecimal> others = new HashMap<>();
    jdbc.sql(OTHER_PARTS)
        .param((Object) texts(among))
        .query(
            row -> {
              others.put(row.getObject(1, UUID.class), row.getBigDecimal(2));
            });
    return others;
  }

  /** Looks up together what {@link #facts} asks about each of these. */
  public void foresee(List<InvoiceView> invoices) {
    Set<UUID> customers = ids(invoices, view -> view.customer().value());
    Set<UUID> known = found(KNOWN, customers);
    customers.forEach(id -> Together.know(new Known(new CustomerId(id)), known.contains(id)));
    Set<UUID> all = ids(invoices, view -> view.id().value());
    Set<UUID> missing = found(PROOF_MISSING, all);
    all.forEach(id -> Together.know(new ProofMissing(new InvoiceId(id)), missing.contains(id)));
    Map<UUID, BigDecimal> others = otherParts(all);
    all.forEach(
        id ->
            Together.know(
                new OtherParts(new InvoiceId(id)), others.getOrDefault(id, BigDecimal.ZERO)));
  }

  private static Set<UUID> ids(List<InvoiceView> invoices, Function<InvoiceView, UUID> id) {
    return invoices.stream().map(id).collect(Collectors.toSet());
  }

  private Set<UUID> found(String question, Collection<UUID> among) {
    return new HashSet<>(jdbc.sql(question).param((Object) texts(among)).query(UUID.class).list());
  }

  private static String[] texts(Collection<UUID> ids) {
    return ids.stream().map(UUID::toString).toArray(String[]::new);
  }
}
