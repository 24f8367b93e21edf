package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.RuleViolation;
import org.jspecify.annotations.Nullable;

/**
 * A draft as somebody saw it who changes it now.
 *
 * @param edition what {@link InvoiceView.Preparation#edition} said then, null if nobody looked
 */
public record Seen(InvoiceId draft, @Nullable Integer edition) {

  /** The draft as it stands when it is changed. */
  public static Seen asItStands(InvoiceId draft) {
    return new Seen(draft, null);
  }

  void refuseIfChanged(InvoiceView now) {
    var preparation = now.preparation();
    if (edition != null && edition != preparation.edition()) {
      String by = preparation.revisedBy() == null ? preparation.by() : preparation.revisedBy();
      throw new RuleViolation(
          "invoice.changed-meanwhile",
          "%s changed this after you opened it, so nothing of yours was saved. Look at it again and repeat what is still needed."
              .formatted(by));
    }
  }
}
