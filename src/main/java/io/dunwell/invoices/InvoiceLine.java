package io.dunwell.invoices;

import io.dunwell.shared.Ids;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import jakarta.persistence.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.BatchSize;
import org.jspecify.annotations.Nullable;

/** A line of an invoice with its taxes. */
@Entity
@Table(schema = "billing", name = "invoice_line")
class InvoiceLine {

  @Id private UUID id;
  private int position;
  @Embedded private Charge charge;
  private @Nullable UUID originalLine;
  private @Nullable String because;

  @ElementCollection
  @BatchSize(size = 200)
  @CollectionTable(schema = "billing", name = "line_tax", joinColumns = @JoinColumn(name = "line"))
  @OrderColumn(name = "position")
  private List<TaxShare> taxes = new ArrayList<>();

  @SuppressWarnings("NullAway.Init")
  InvoiceLine() {}

  InvoiceLine(int position, NewLine line) {
    this.id = line.id() == null ? Ids.next() : line.id();
    this.position = position;
    this.charge = line.charge();
    this.originalLine = line.originalLine();
    this.because = line.because();
  }

  UUID id() {
    return id;
  }

  int position() {
    return position;
  }

  Charge charge() {
    return charge;
  }

  @Nullable UUID originalLine() {
    return originalLine;
  }

  @Nullable String because() {
    return because;
  }

  List<TaxShare> taxes() {
    return List.copyOf(taxes);
  }

  void become(int newPosition, Charge newCharge) {
    position = newPosition;
    charge = newCharge;
  }

  void tax(List<TaxShare> shares) {
    if (!Shares.same(taxes, shares)) {
      taxes.clear();
      taxes.addAll(shares);
    }
  }
}
