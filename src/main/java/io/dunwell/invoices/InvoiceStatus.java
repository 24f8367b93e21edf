package io.dunwell.invoices;

import java.util.Locale;

/** How far a billing document has come. */
public enum InvoiceStatus {
  DRAFT,
  /** Waiting for the departments. */
  SUBMITTED,
  /** A department sent it back; its preparer revises it. */
  RETURNED,
  /** Every department that has to has approved this very version. */
  APPROVED,
  /** It has its number; it never changes again. */
  ISSUED,
  /** It was issued and taken back; its number stays used. */
  CANCELLED,
  /** It was thrown away before it had a number; its items are unbilled again. */
  WITHDRAWN;

  /** The word for it in sentences. */
  public String word() {
    return this == DRAFT ? "a draft" : name().toLowerCase(Locale.ROOT);
  }

  /** Whether its lines can be changed. */
  public boolean isEditable() {
    return this == DRAFT || this == RETURNED;
  }

  /** Whether what it bills counts as billed, or as about to be. */
  public boolean isLiving() {
    return this != CANCELLED && this != WITHDRAWN;
  }
}
