package io.dunwell.invoices;

import io.dunwell.numbering.DocumentSeries;

/** What a billing document is. Each kind has a number series of its own. */
public enum InvoiceKind {
  INVOICE,
  CREDIT_NOTE,
  DEBIT_NOTE,
  /** Asks for money before anything is delivered; later invoices set it off. */
  ADVANCE;

  /** Whether it corrects a document that was issued before. */
  public boolean isNote() {
    return this == CREDIT_NOTE || this == DEBIT_NOTE;
  }

  /** The series that numbers it. */
  public DocumentSeries series() {
    return DocumentSeries.valueOf(name());
  }

  /** The word for it in sentences. */
  public String word() {
    return switch (this) {
      case INVOICE -> "invoice";
      case CREDIT_NOTE -> "credit note";
      case DEBIT_NOTE -> "debit note";
      case ADVANCE -> "advance invoice";
    };
  }
}
