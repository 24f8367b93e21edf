package io.dunwell.invoices;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A billing document as the database keeps it. */
@Entity
@Table(schema = "billing", name = "invoice")
class StoredInvoice implements Invoice {

  @Id private UUID id;

  @Enumerated(EnumType.STRING)
  private InvoiceKind kind;

  @Enumerated(EnumType.STRING)
  private InvoiceStatus status;

  @Embedded private Basis basis;
  @Embedded private Totals totals;
  private @Nullable UUID original;
  private @Nullable String reason;
  private String preparedBy;
  private LocalDate preparedOn;
  private @Nullable String revisedBy;
  private @Nullable UUID run;
  private @Nullable UUID splitFrom;
  private int edition;
  private int revision;
  private @Nullable String versionHash;
  private @Nullable LocalDate submittedOn;
  private @Nullable String number;
  private @Nullable LocalDate issuedOn;
  private @Nullable String issuedBy;
  private @Nullable LocalDate dueOn;
  private @Nullable UUID document;
  private @Nullable UUID letter;
  private @Nullable LocalDate endedOn;
  private @Nullable String endedBecause;
  private @Nullable String endedBy;
  @Version private @Nullable Integer version;

  @OneToMany(cascade = CascadeType.ALL, orphanRemoval = true)
  @JoinColumn(name = "invoice", nullable = false, updatable = false)
  @OrderBy("position")
  @BatchSize(size = 100)
  private List<InvoiceLine> lines = new ArrayList<>();

  @ElementCollection
  @BatchSize(size = 100)
  @CollectionTable(
      schema = "billing",
      name = "invoice_tax",
      joinColumns = @JoinColumn(name = "invoice"))
  @OrderColumn(name = "position")
  private List<TaxShare> taxes = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  StoredInvoice() {}

  private StoredInvoice(NewInvoice draft, LocalDate on, Actor by) {
    this.id = Ids.next();
    this.kind = draft.kind();
    this.status = InvoiceStatus.DRAFT;
    this.basis = draft.basis();
    this.totals = Totals.untaxed(BigDecimal.ZERO);
    this.original = draft.original() == null ? null : draft.original().value();
    this.reason = draft.reason();
    this.run = draft.run();
    this.preparedBy = by.name();
    this.preparedOn = on;
  }

  static StoredInvoice draft(NewInvoice draft, LocalDate on, Actor by) {
    StoredInvoice invoice = new StoredInvoice(draft, on, by);
    invoice.become(draft.lines());
    return invoice;
  }

  @Override
  public void revise(Basis newBasis, List<NewLine> newLines, Actor by) {
    if (!status.isEditable()) {
      throw new RuleViolation(
          "invoice.not-editable",
          "Only a draft, or what was returned, can be changed; this %s is %s."
              .formatted(kind.word(), status.word()));
    }
    refuseUnknown(newLines);
    basis = newBasis;
    revisedBy = by.name();
    edition++;
    become(newLines);
  }

  @Override
  public void splitFrom(InvoiceId whole) {
    splitFrom = whole.value();
  }

  private void refuseUnknown(List<NewLine> newLines) {
    if (newLines.stream().anyMatch(each -> each.id() != null && line(each.id()) == null)) {
      throw new RuleViolation(
          "invoice.changed-meanwhile",
          "A line that you change was dropped or split off meanwhile. Look at it again.");
    }
  }

  private void become(List<NewLine> newLines) {
    if (newLines.isEmpty()) {
      throw new RuleViolation("invoice.nothing-to-bill", "An invoice has to ask for something.");
    }
    lines.removeIf(line -> newLines.stream().noneMatch(each -> line.id().equals(each.id())));
    for (int i = 0; i < newLines.size(); i++) {
      NewLine wanted = newLines.get(i);
      InvoiceLine known = line(wanted.id());
      if (known == null) {
        lines.add(new InvoiceLine(i + 1, wanted));
      } else {
        known.become(i + 1, wanted.charge());
      }
    }
    lines.sort(Comparator.comparingInt(InvoiceLine::position));
  }

  private @Nullable InvoiceLine line(@Nullable UUID lineId) {
    return lines.stream().filter(line -> line.id().equals(lineId)).findFirst().orElse(null);
  }

  @Override
  public boolean tax(Taxed taxed) {
    boolean changed =
        !Shares.same(taxes, taxed.taxes())
            || totals.total().compareTo(taxed.totals().total()) != 0
            || totals.setOff().compareTo(taxed.totals().setOff()) != 0;
    totals = taxed.totals();
    if (!Shares.same(taxes, taxed.taxes())) {
      taxes.clear();
      taxes.addAll(taxed.taxes());
    }
    lines.forEach(line -> line.tax(taxed.ofLine(line.id())));
    return changed;
  }

  @Override
  public void submit(String hash, LocalDate on) {
    refuseUnless(Set.of(InvoiceStatus.DRAFT, InvoiceStatus.RETURNED), "submitted");
    status = InvoiceStatus.SUBMITTED;
    versionHash = hash;
    submittedOn = on;
    revision++;
  }

  @Override
  public void sendBack() {
    refuseUnless(Set.of(InvoiceStatus.SUBMITTED, InvoiceStatus.APPROVED), "returned");
    status = InvoiceStatus.RETURNED;
  }

  @Override
  public void approve() {
    refuseUnless(Set.of(InvoiceStatus.SUBMITTED), "approved");
    status = InvoiceStatus.APPROVED;
  }

  @Override
  public void issue(String newNumber, LocalDate on, LocalDate firstDueOn, Actor by) {
    refuseUnless(Set.of(InvoiceStatus.APPROVED), "issued");
    status = InvoiceStatus.ISSUED;
    number = newNumber;
    issuedOn = on;
    issuedBy = by.name();
    dueOn = firstDueOn;
  }

  @Override
  public void file(UUID filedDocument) {
    document = filedDocument;
  }

  @Override
  public void sent(UUID sentLetter) {
    letter = sentLetter;
  }

  @Override
  public void withdraw(String because, LocalDate on, Actor by) {
    refuseUnless(
        Set.of(
            InvoiceStatus.DRAFT,
            InvoiceStatus.SUBMITTED,
            InvoiceStatus.RETURNED,
            InvoiceStatus.APPROVED),
        "withdrawn");
    end(InvoiceStatus.WITHDRAWN, because, on, by);
  }

  @Override
  public void cancel(String because, LocalDate on, Actor by) {
    refuseUnless(Set.of(InvoiceStatus.ISSUED), "cancelled");
    end(InvoiceStatus.CANCELLED, because, on, by);
  }

  private void end(InvoiceStatus ending, String because, LocalDate on, Actor by) {
    if (because.isBlank()) {
      throw new RuleViolation("invoice.no-reason", "Say why.");
    }
    status = ending;
    endedBecause = because.strip();
    endedOn = on;
    endedBy = by.name();
  }

  private void refuseUnless(Set<InvoiceStatus> allowed, String act) {
    if (!allowed.contains(status)) {
      throw new RuleViolation(
          "invoice.wrong-state",
          "This %s is %s and cannot be %s.".formatted(kind.word(), status.word(), act));
    }
  }

  @Override
  public UUID id() {
    return id;
  }

  @Override
  public InvoiceStatus status() {
    return status;
  }

  @Override
  public InvoiceView view() {
    Currency currency = Currency.getInstance(basis.currency());
    return new InvoiceView(
        new InvoiceId(id),
        kind,
        status,
        number,
        basis,
        new InvoiceView.Sums(
            scaled(totals.net(), currency),
            scaled(totals.tax(), currency),
            scaled(totals.roundOff(), currency),
            scaled(totals.total(), currency),
            scaled(totals.setOff(), currency),
            currency),
        taxes.stream().map(tax -> tax.scaled(currency)).toList(),
        totals.taxNotes() == null ? "" : totals.taxNotes(),
        lines.stream().map(line -> LineView.of(line, currency)).toList(),
        original == null ? null : new InvoiceId(original),
        reason,
        new InvoiceView.Preparation(
            preparedBy,
            preparedOn,
            revisedBy,
            run,
            splitFrom,
            edition,
            revision,
            versionHash,
            submittedOn),
        issuedOn,
        issuedBy,
        dueOn,
        document,
        letter,
        endedOn,
        endedBecause,
        endedBy);
  }

  private static BigDecimal scaled(BigDecimal amount, Currency currency) {
    return Money.rounded(amount, currency).amount();
  }
}
