package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
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
    now.refuseIfChangedSince(edition);
  }
}
