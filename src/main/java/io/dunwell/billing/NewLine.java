package io.dunwell.billing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line to be.
 *
 * @param id of the line that it changes, null for a new one
 * @param charge what it asks for
 * @param originalLine on a note, the line that it corrects; null otherwise
 */
public record NewLine(@Nullable UUID id, Charge charge, @Nullable UUID originalLine) {

  public static NewLine of(Charge charge) {
    return new NewLine(null, charge, null);
  }
}
