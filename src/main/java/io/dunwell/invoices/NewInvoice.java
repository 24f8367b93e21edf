package io.dunwell.invoices;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A draft to be.
 *
 * @param original on a note, the document that it corrects; null otherwise
 * @param reason on a note, why; null otherwise
 * @param run the billing run that makes it, null for none
 */
public record NewInvoice(
    InvoiceKind kind,
    Basis basis,
    List<NewLine> lines,
    @Nullable InvoiceId original,
    @Nullable String reason,
    @Nullable UUID run) {

  public NewInvoice {
    lines = List.copyOf(lines);
  }

  /** An invoice that nothing but people asked for. */
  public static NewInvoice of(Basis basis, List<Charge> charges) {
    return new NewInvoice(
        InvoiceKind.INVOICE, basis, charges.stream().map(NewLine::of).toList(), null, null, null);
  }
}
