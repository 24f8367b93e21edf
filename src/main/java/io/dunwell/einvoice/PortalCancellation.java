package io.dunwell.einvoice;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.Invoicing;
import io.dunwell.einvoice.Registration.State;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDateTime;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Cancels a registered invoice: first at the portal, which allows it for 24 hours, then here. After
 * that only a credit note helps.
 */
@Service
public class PortalCancellation {

  private static final int LONGEST_REMARK = 100;

  private final RegistrationBook book;
  private final AnswerDesk answers;
  private final Carriers carriers;
  private final InvoiceBook invoices;
  private final Invoicing invoicing;
  private final Clock clock;

  PortalCancellation(
      RegistrationBook book,
      AnswerDesk answers,
      Carriers carriers,
      InvoiceBook invoices,
      Invoicing invoicing,
      Clock clock) {
    this.book = book;
    this.answers = answers;
    this.carriers = carriers;
    this.invoices = invoices;
    this.invoicing = invoicing;
    this.clock = clock;
  }

  /**
   * Cancels the registration and the invoice; where only the first succeeded before, the second.
   *
   * @param remark why, up to 100 characters
   * @throws RuleViolation {@code einvoice.unknown}, {@code einvoice.not-registered}, {@code
   *     einvoice.too-late}, {@code einvoice.remark}, {@code einvoice.no-provider}, {@code
   *     einvoice.unreachable}, {@code einvoice.not-cancelled}, or as {@link Invoicing#cancel}
   */
  @Transactional(propagation = Propagation.NEVER)
  public Registration cancel(InvoiceId id, CancelReason reason, String remark, Actor by) {
    Registration registration = existing(id);
    String why = remark.strip();
    if (why.isEmpty() || why.length() > LONGEST_REMARK) {
      throw new RuleViolation(
          "einvoice.remark", "The portal wants to know why, in up to 100 characters.");
    }
    if (registration.state() != State.CANCELLED) {
      refuseUnlessInTime(registration);
      invoicing.checkCancellable(id);
      answers.cancel(registration, cancelled(registration, reason, why), reason, why, by);
    }
    if (invoices.view(id).status() == InvoiceStatus.ISSUED) {
      invoicing.cancel(id, why, by);
    }
    return existing(id);
  }

  private void refuseUnlessInTime(Registration registration) {
    LocalDateTime until = registration.cancellableUntil();
    if (until == null) {
      throw new RuleViolation(
          "einvoice.not-registered",
          "The portal has not registered this invoice, so there is nothing to cancel there; cancel"
              + " the invoice itself.");
    }
    if (LocalDateTime.now(clock.withZone(Registration.INDIA)).isAfter(until)) {
      throw tooLate();
    }
  }

  private LocalDateTime cancelled(Registration registration, CancelReason reason, String why) {
    try {
      return carriers.present().cancel(registration.irn(), reason, why);
    } catch (PortalRefusal refusal) {
      return afterRefusal(refusal);
    } catch (IOException unreachable) {
      throw new RuleViolation(
          "einvoice.unreachable",
          "The portal could not be reached, so nothing is cancelled yet. Try again in a while; it"
              + " allows it for 24 hours.");
    }
  }

  /** An answer that got lost: the portal cancelled it the last time we asked. */
  private LocalDateTime afterRefusal(PortalRefusal refusal) {
    carriers.refuseLogin(refusal);
    return switch (refusal.code()) {
      case PortalRefusal.NOT_ACTIVE -> LocalDateTime.now(clock.withZone(Registration.INDIA));
      case PortalRefusal.TOO_LATE -> throw tooLate();
      default ->
          throw new RuleViolation(
              "einvoice.not-cancelled",
              "The portal does not cancel it (" + refusal.code() + "): " + refusal.text());
    };
  }

  private static RuleViolation tooLate() {
    return new RuleViolation(
        "einvoice.too-late",
        "It was registered more than 24 hours ago, and the portal no longer cancels it. Issue a"
            + " credit note instead.");
  }

  private Registration existing(InvoiceId id) {
    return book.find(id.value())
        .orElseThrow(
            () ->
                new RuleViolation(
                    "einvoice.unknown", "This invoice was never sent to the portal."));
  }
}
