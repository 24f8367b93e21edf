package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import java.util.Optional;

/** The way to the tax portal, as far as billing asks for it; the module of e-invoices goes it. */
public interface TaxPortal {

  /** Why the portal would refuse what is not issued yet, as a sentence; empty if it would not. */
  Optional<String> hindrance(InvoiceView invoice);

  /** Why the portal refused what is issued, in its own words; empty if it did not. */
  Optional<String> refusal(InvoiceId invoice);

  /**
   * Writes the document anew as it is now, to be sent by and by.
   *
   * @throws io.dunwell.shared.RuleViolation {@code einvoice.…} if the portal's rules still refuse
   *     it
   */
  void sendAgain(InvoiceId invoice);
}
