package io.dunwell.einvoice;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.Invoicing;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Has issued invoices and notes of ours registered, from the payload to the letter. */
@Service
public class Registering {

  private static final DateTimeFormatter PRINTED =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", java.util.Locale.ENGLISH);
  private static final int PIXELS = 400;

  private final Einvoices einvoices;
  private final IndianPortal portal;
  private final PrintedRegistrations printed;
  private final InvoiceBook book;
  private final Invoicing invoicing;

  Registering(
      Einvoices einvoices,
      IndianPortal portal,
      PrintedRegistrations printed,
      InvoiceBook book,
      Invoicing invoicing) {
    this.einvoices = einvoices;
    this.portal = portal;
    this.printed = printed;
    this.book = book;
    this.invoicing = invoicing;
  }

  /**
   * Writes it down, sends it, and once it is registered prints its number and code on it and lets
   * it go out. Again, as often as one likes.
   *
   * @param rupeesPerUnit what one unit of its currency is worth; null for the rate of the day
   * @return how it stands; {@code PENDING} if the portal could not be reached: it is sent again
   * @throws RuleViolation {@code einvoice.not-issued}, or as {@link IndianPortal#prepare} and
   *     {@link IndianPortal#send}
   */
  @Transactional(propagation = Propagation.NEVER)
  public Registration register(InvoiceId id, @Nullable BigDecimal rupeesPerUnit, Actor by) {
    if (book.view(id).status() != InvoiceStatus.ISSUED) {
      throw new RuleViolation(
          "einvoice.not-issued", "Only what is issued, and not cancelled, can be registered.");
    }
    einvoices.prepare(id, rupeesPerUnit);
    return send(id, by);
  }

  /** Sends what is written down, as {@link #register} does. */
  @Transactional(propagation = Propagation.NEVER)
  public Registration send(InvoiceId id, Actor by) {
    Registration registration = portal.send(id.value(), by);
    byte[] code = registration.qrCode(PIXELS);
    if (registration.state() == Registration.State.REGISTERED && code != null) {
      printed.print(id, registration.irn(), acknowledged(registration), code, by);
    }
    return registration;
  }

  /** Whether the portal has to register it before it goes out, and has not. */
  @Transactional(readOnly = true)
  public boolean isAwaited(InvoiceId id) {
    return invoicing.awaitsRegistration(id);
  }

  private static String acknowledged(Registration registration) {
    var at = registration.ackAt();
    return "Ack "
        + registration.ackNumber()
        + (at == null ? "" : ", " + PRINTED.format(at) + " IST");
  }
}
