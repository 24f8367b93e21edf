package io.dunwell.approval;

import io.dunwell.invoices.Invoice;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.events.InvoiceSubmitted;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Hands drafts in for approval; what they say then is the version that verdicts are about. */
@Service
@Transactional
public class Submitting {

  private final Invoices invoices;
  private final Approvals approvals;
  private final ApprovalStore store;
  private final Drafting drafting;
  private final Customers customers;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  Submitting(
      Invoices invoices,
      Approvals approvals,
      ApprovalStore store,
      Drafting drafting,
      Customers customers,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.approvals = approvals;
    this.store = store;
    this.drafting = drafting;
    this.customers = customers;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Submits a draft, or what was returned and revised, at today's rates and advances. Departments
   * whose subject did not change since they approved are not asked again.
   *
   * @return where every department stands with the new version
   * @throws RuleViolation {@code invoice.unknown}, {@code invoice.wrong-state}, {@code
   *     invoice.order-exceeded}, {@code invoice.order-ended}
   */
  public List<Standing> submit(InvoiceId id, Actor by) {
    submitAll(List.of(id), by);
    return approvals.standings(id);
  }

  /**
   * {@link #submit} of the draft as somebody saw it.
   *
   * @param edition that was seen, null if nobody looked
   * @throws RuleViolation {@code invoice.changed-meanwhile} for another than the present one, or as
   *     {@link #submit(InvoiceId, Actor)}
   */
  public List<Standing> submit(InvoiceId id, @Nullable Integer edition, Actor by) {
    invoices.toChange(id).view().refuseIfChangedSince(edition);
    return submit(id, by);
  }

  /**
   * {@link #submit(InvoiceId, Actor)} for many, all or none.
   *
   * @throws RuleViolation as {@link #submit(InvoiceId, Actor)}
   */
  public void submitAll(List<InvoiceId> ids, Actor by) {
    List<Invoice> submitted = invoices.toChange(ids);
    Map<InvoiceId, List<String>> evidence = drafting.proofs(ids);
    Map<CustomerId, CustomerView> buyers = buyers(submitted);
    Map<InvoiceId, Snapshot> snapshots = new LinkedHashMap<>();
    for (Invoice invoice : submitted) {
      drafting.makeReady(invoice);
      InvoiceView before = invoice.view();
      Snapshot snapshot =
          Snapshot.of(
              before,
              evidence.getOrDefault(before.id(), List.of()),
              Objects.requireNonNull(buyers.get(before.customer())));
      invoice.submit(snapshot.hash(), LocalDate.now(clock));
      snapshots.put(before.id(), snapshot);
    }
    if (!Together.active()) {
      // what passes together is written once it is issued, what does not once somebody is asked
      invoices.flush();
    }
    List<InvoiceView> views = submitted.stream().map(Invoice::view).toList();
    store.keepAll(views, snapshots, by);
    store.requireUntilDecided(ids, ApprovalRules.UNTIL_DECIDED);
    views.forEach(view -> submitted(view, by));
  }

  /** The same as {@link #submit(InvoiceId, Actor)}, for what was returned. */
  public List<Standing> resubmit(InvoiceId id, Actor by) {
    return submit(id, by);
  }

  /**
   * These documents with their customers, locked until the transaction ends.
   *
   * @throws RuleViolation {@code invoice.unknown}
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public List<InvoiceView> locked(List<InvoiceId> ids) {
    List<InvoiceView> views = invoices.toChange(ids).stream().map(Invoice::view).toList();
    customers.views(views.stream().map(InvoiceView::customer).collect(Collectors.toSet()));
    return views;
  }

  private Map<CustomerId, CustomerView> buyers(List<Invoice> submitted) {
    return customers.views(
        submitted.stream().map(each -> each.view().customer()).collect(Collectors.toSet()));
  }

  private void submitted(InvoiceView view, Actor by) {
    int revision = view.preparation().revision();
    events.publishEvent(
        new Auditable(
            by,
            "invoice.submitted",
            "invoice",
            view.id().toString(),
            Map.of("revision", String.valueOf(revision))));
    events.publishEvent(new InvoiceSubmitted(view.id().value(), revision, view.preparation().by()));
  }
}
