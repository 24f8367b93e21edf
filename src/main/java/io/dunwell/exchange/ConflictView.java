package io.dunwell.exchange;

import org.jspecify.annotations.Nullable;

/**
 * A row that differs from the books.
 *
 * @param number of the invoice, receipt, customer or contract
 * @param difference what differs, as a sentence
 * @param decision null while nobody has decided
 */
public record ConflictView(
    int row,
    String number,
    String difference,
    @Nullable Decision decision,
    @Nullable String reason,
    @Nullable String decidedBy) {

  /** Which of the two is right. */
  public enum Decision {
    /** The books are; the row is left out, now and when it comes again. */
    KEPT,
    /**
     * The file is; what is booked is taken back and booked as the file says, a contract is amended.
     */
    CORRECTED,
    /** The row came again in another file. */
    RESENT
  }
}
