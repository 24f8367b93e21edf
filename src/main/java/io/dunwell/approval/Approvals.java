package io.dunwell.approval;

import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.events.InvoiceApproved;
import io.dunwell.invoices.events.InvoiceReturned;
import io.dunwell.invoices.events.InvoiceWithdrawn;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Who approves an invoice, and what they said. A verdict is about one version of it. */
@Service
@Transactional
public class Approvals {

  private static final String JUDGED_BY = "judged by";

  private final Invoices invoices;
  private final ApprovalStore store;
  private final ApprovalRules rules;
  private final Drafting drafting;
  private final Customers customers;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Approvals(
      Invoices invoices,
      ApprovalStore store,
      ApprovalRules rules,
      Drafting drafting,
      Customers customers,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.store = store;
    this.rules = rules;
    this.drafting = drafting;
    this.customers = customers;
    this.clock = clock;
    this.events = events;
  }

  /**
   * What changed about the buyer since the present version was submitted, as a sentence; nothing if
   * name, billing address and tax ids are those that the approvers saw.
   */
  @Transactional(readOnly = true)
  public Optional<String> changeOfBuyer(InvoiceView invoice) {
    Snapshot seen = store.versions(invoice.id()).get(invoice.preparation().revision());
    if (seen == null || seen.buyer().isEmpty()) {
      return Optional.empty();
    }
    List<String> then = seen.buyer();
    List<String> now = Snapshot.of(invoice, List.of(), customers.view(invoice.customer())).buyer();
    return then.equals(now)
        ? Optional.empty()
        : Optional.of(
            "The customer changed since this was approved: %s then, %s now. Look at it and submit it again."
                .formatted(String.join("; ", then), String.join("; ", now)));
  }

  /**
   * Which proofs were withdrawn since the present version was submitted, as a sentence; nothing if
   * all stand that the approvers saw.
   */
  @Transactional(readOnly = true)
  public Optional<String> lossOfProof(InvoiceView invoice) {
    Snapshot seen = store.versions(invoice.id()).get(invoice.preparation().revision());
    if (seen == null) {
      return Optional.empty();
    }
    List<String> now = drafting.proofs(List.of(invoice.id())).getOrDefault(invoice.id(), List.of());
    return seen.lostProofs(now).isEmpty()
        ? Optional.empty()
        : Optional.of(
            "A proof was withdrawn since this was approved. Attach another, or withdraw the invoice, and submit it again.");
  }

  /** Keeps what the table was asked about the invoice, and that nobody has to approve it. */
  public void pass(InvoiceId id, Approvers.Decision decision, Actor by) {
    Map<String, String> details =
        Map.of(JUDGED_BY, decision.facts().inWords(), "policy", String.valueOf(decision.policy()));
    tell(by, "approval.not-required", id, details);
  }

  /**
   * Says which departments have to approve and why, in place of what was said before.
   *
   * @param facts what that was decided by
   * @throws RuleViolation {@code approval.nobody-required}: use {@link #passStraight}
   */
  public void require(
      InvoiceId id, Map<Department, String> because, ApproverFacts facts, Actor by) {
    if (because.isEmpty()) {
      throw new RuleViolation(
          "approval.nobody-required", "Name a department, or let the invoice pass by policy.");
    }
    InvoiceView view = invoices.toChange(id).view();
    if (view.status() != InvoiceStatus.SUBMITTED) {
      throw new RuleViolation("invoice.wrong-state", "Only a submitted invoice needs approval.");
    }
    invoices.flush();
    store.require(id, because);
    Map<String, String> details = new LinkedHashMap<>();
    details.put(JUDGED_BY, facts.inWords());
    because.forEach((department, why) -> details.put(department.name(), why));
    tell(by, "approval.required", id, details);
  }

  /**
   * Approves the version with that hash for a department. With the last approval the invoice can be
   * issued.
   *
   * @param remark a few words, or null
   * @throws RuleViolation {@code invoice.four-eyes}, {@code invoice.two-departments}, {@code
   *     approval.not-your-department}, {@code approval.not-required}, {@code
   *     invoice.changed-meanwhile}, {@code approval.already-given}, {@code invoice.wrong-state}
   */
  public void approve(
      InvoiceId id, Department department, String versionHash, @Nullable String remark, Actor by) {
    Invoice invoice = invoices.toChange(id);
    InvoiceView view = invoice.view();
    rules.refuseStale(view, versionHash);
    rules.refuseUnlessMayDecide(view, department, standings(id), store.verdicts(id), by);
    store.record(view, department, Verdict.APPROVED, remark, List.of(), LocalDate.now(clock), by);
    tell(by, "invoice.approved", id, Map.of("department", department.name()));
    approveIfComplete(invoice);
  }

  /**
   * Sends the invoice back to its preparer.
   *
   * @param reason what is wrong; required
   * @param lines the lines that it is about, may be empty
   * @throws RuleViolation {@code approval.no-reason}, or as {@link #approve}
   */
  public void sendBack(
      InvoiceId id, Department department, String reason, List<UUID> lines, Actor by) {
    if (reason.isBlank()) {
      throw new RuleViolation("approval.no-reason", "Say what has to be changed.");
    }
    Invoice invoice = invoices.toChange(id);
    InvoiceView view = invoice.view();
    rules.refuseUnlessMayReturn(view, department, standings(id), store.verdicts(id), by);
    invoice.sendBack();
    invoices.save(invoice);
    store.record(
        view, department, Verdict.RETURNED, reason.strip(), lines, LocalDate.now(clock), by);
    tell(by, "invoice.returned", id, Map.of("department", department.name(), "reason", reason));
    events.publishEvent(new InvoiceReturned(id.value(), department.name(), reason));
  }

  /**
   * Sends an approved document back that is no longer what was approved.
   *
   * @param reason what changed meanwhile
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void returnChanged(Invoice invoice, String reason, Actor by) {
    InvoiceView view = invoice.view();
    invoice.sendBack();
    invoices.save(invoice);
    store.record(view, null, Verdict.RETURNED, reason, List.of(), LocalDate.now(clock), by);
    tell(by, "invoice.returned", view.id(), Map.of("reason", reason));
    events.publishEvent(new InvoiceReturned(view.id().value(), null, reason));
  }

  /**
   * Lets the submitted version pass without asking anybody.
   *
   * @param policy which policy allows it and why
   */
  public void passStraight(InvoiceId id, String policy, Actor by) {
    Invoice invoice = invoices.toChange(id);
    InvoiceView view = invoice.view();
    if (view.status() != InvoiceStatus.SUBMITTED) {
      throw new RuleViolation("invoice.wrong-state", "Only a submitted invoice can pass.");
    }
    store.record(view, null, Verdict.STRAIGHT, policy, List.of(), LocalDate.now(clock), by);
    tell(by, "invoice.passed-straight", id, Map.of("policy", policy));
    approved(invoice);
  }

  /**
   * Throws away what is not issued yet; what it billed is unbilled again.
   *
   * @throws RuleViolation {@code invoice.no-reason}, {@code invoice.wrong-state}
   */
  public void withdraw(InvoiceId id, String reason, Actor by) {
    Invoice invoice = invoices.toChange(id);
    invoice.withdraw(reason, LocalDate.now(clock), by);
    invoices.save(invoice);
    invoices.flush();
    drafting.release(id);
    tell(by, "invoice.withdrawn", id, Map.of("reason", reason));
    events.publishEvent(new InvoiceWithdrawn(id.value(), reason));
  }

  /**
   * Refuses whoever may not decide for that department, before anything else happens.
   *
   * @throws RuleViolation as {@link #approve}
   */
  @Transactional(readOnly = true)
  public void refuseUnlessMayDecide(InvoiceId id, Department department, Actor by) {
    rules.refuseUnlessMayDecide(
        invoices.existing(id).view(), department, standings(id), store.verdicts(id), by);
  }

  /** Whether that person may decide for the department now. */
  @Transactional(readOnly = true)
  public boolean mayDecide(InvoiceId id, Department department, Actor by) {
    return hindrance(id, department, by) == null;
  }

  /** Why that person may not decide for the department now, as a sentence; null if they may. */
  @Transactional(readOnly = true)
  public @Nullable String hindrance(InvoiceId id, Department department, Actor by) {
    try {
      rules.refuseUnlessMayDecide(
          invoices.existing(id).view(), department, standings(id), store.verdicts(id), by);
      return null;
    } catch (RuleViolation refused) {
      return refused.sentence();
    }
  }

  /**
   * The invoice that is up for approval.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  @Transactional(readOnly = true)
  public InvoiceView invoice(InvoiceId id) {
    return invoices.existing(id).view();
  }

  /** Where each department that has to approve stands with the present version. */
  @Transactional(readOnly = true)
  public List<Standing> standings(InvoiceId id) {
    int revision = invoices.existing(id).view().preparation().revision();
    return new Standings(store.versions(id), revision).of(store.required(id), store.verdicts(id));
  }

  /** Every verdict, the earliest first. */
  @Transactional(readOnly = true)
  public List<ApprovalView> verdicts(InvoiceId id) {
    invoices.existing(id);
    return store.verdicts(id);
  }

  /** Every version that was submitted, by its revision. */
  @Transactional(readOnly = true)
  public Map<Integer, Snapshot> versions(InvoiceId id) {
    return store.versions(id);
  }

  /** Those of the invoices that a policy let pass, each with the version that it let. */
  @Transactional(readOnly = true)
  public Map<InvoiceId, Integer> straight(List<InvoiceId> ids) {
    return store.straight(ids);
  }

  /** Notes that somebody had a hand in what the invoice says, who then approves none of it. */
  public void changed(InvoiceId id, Actor by) {
    store.changed(id, by);
  }

  private void approveIfComplete(Invoice invoice) {
    if (standings(invoice.view().id()).stream().noneMatch(Standing::isOpen)) {
      approved(invoice);
    }
  }

  private void approved(Invoice invoice) {
    invoice.approve();
    InvoiceView view = invoice.view();
    events.publishEvent(new InvoiceApproved(view.id().value(), view.preparation().revision()));
  }

  private void tell(Actor by, String act, InvoiceId id, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "invoice", id.toString(), details));
  }
}
