package io.dunwell.billing;

import io.dunwell.correspondence.DispatchState;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.events.InvoiceCancelled;
import io.dunwell.shared.Actor;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps a document that was taken back from leaving: its letter, if it still waits, never will. */
@Component
class CancelledMail {

  private static final Set<DispatchState> AT_HOME =
      Set.of(DispatchState.RESERVED, DispatchState.FAILED);

  private final InvoiceBook invoices;
  private final Letters letters;

  CancelledMail(InvoiceBook invoices, Letters letters) {
    this.invoices = invoices;
    this.letters = letters;
  }

  @EventListener
  void cancelled(InvoiceCancelled event) {
    InvoiceView view = invoices.view(new InvoiceId(event.invoice()));
    UUID letter = view.letter();
    if (letter == null) {
      return;
    }
    LetterId id = new LetterId(letter);
    if (AT_HOME.contains(letters.view(id).state())) {
      letters.withdraw(id, event.reason(), new Actor(Objects.requireNonNull(view.endedBy())));
    }
  }
}
