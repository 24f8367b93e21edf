package io.dunwell.invoices;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line to be.
 *
 * @param id of the line that it changes, null for a new one
 * @param charge what it asks for
 * @param originalLine on a note, the line that it corrects; null otherwise
 * @param because why it is billed although no delivery asks for it; null otherwise
 */
public record NewLine(
    @Nullable UUID id, Charge charge, @Nullable UUID originalLine, @Nullable String because) {

  /** A line that a delivery or a contract asks for, or that corrects another. */
  public NewLine(@Nullable UUID id, Charge charge, @Nullable UUID originalLine) {
    this(id, charge, originalLine, null);
  }

  public static NewLine of(Charge charge) {
    return new NewLine(null, charge, null);
  }

  /** The line as it is. */
  public static NewLine of(LineView line) {
    return new NewLine(line.id(), line.charge(), line.originalLine(), line.because());
  }
}
