package io.dunwell.billing.process;

import io.dunwell.billing.InvoiceId;
import io.dunwell.shared.Actor;

/** Numbers, posts and sends what is approved. */
public interface Issuing {

  /** Issues it, once. */
  void issue(InvoiceId id, Actor by);

  /** Sends what is issued, once. */
  void send(InvoiceId id, Actor by);
}
