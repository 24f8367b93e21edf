package io.dunwell.approval;

import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a department stands with the present version of an invoice.
 *
 * @param because why it has to approve
 * @param approvedBy who approved for it, null while nobody has, or has to again
 * @param changed what undid its earlier approval; empty if it never approved or the approval stands
 */
public record Standing(
    Department department, String because, @Nullable String approvedBy, Set<Aspect> changed) {

  public Standing {
    changed = Set.copyOf(changed);
  }

  /** Whether it still has to approve. */
  public boolean isOpen() {
    return approvedBy == null;
  }
}
