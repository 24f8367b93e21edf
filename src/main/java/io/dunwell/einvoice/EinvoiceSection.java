package io.dunwell.einvoice;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.tax.TaxSchemes;
import java.time.Clock;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the template {@code einvoice/section} shows on an invoice's page. */
@Component("einvoiceSection")
public class EinvoiceSection {

  private static final DateTimeFormatter TIME =
      DateTimeFormatter.ofPattern("d MMM uuuu, HH:mm", Locale.ENGLISH);

  private final IndianPortal portal;
  private final Registering registering;
  private final Clock clock;

  EinvoiceSection(IndianPortal portal, Registering registering, Clock clock) {
    this.portal = portal;
    this.registering = registering;
    this.clock = clock;
  }

  /** The section of a document that has its number; what is no draft may have been cancelled. */
  public Shown of(InvoiceView invoice) {
    InvoiceId id = invoice.id();
    boolean gst =
        invoice.basis().taxScheme().equals(TaxSchemes.IN_GST)
            && invoice.kind() != InvoiceKind.ADVANCE;
    boolean european = invoice.taxes().stream().allMatch(share -> share.component().equals("VAT"));
    Registration registration = portal.find(id.value()).orElse(null);
    LocalDateTime until = registration == null ? null : registration.cancellableUntil();
    LocalDateTime now = LocalDateTime.now(clock.withZone(Registration.INDIA));
    return new Shown(
        gst,
        european,
        registration,
        registering.isAwaited(id),
        registration == null ? null : time(registration.ackAt()),
        time(until),
        until != null && !now.isAfter(until),
        picture(registration));
  }

  private static @Nullable String time(@Nullable LocalDateTime time) {
    return time == null ? null : TIME.format(time) + " IST";
  }

  private static @Nullable String picture(@Nullable Registration registration) {
    byte[] png = registration == null ? null : registration.qrCode(320);
    return png == null ? null : "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
  }

  /**
   * What there is to see.
   *
   * @param gst whether the Indian portal is concerned at all
   * @param european whether it can be written for Europe: it bears VAT or no tax
   * @param registration how it stands with the portal, null if it was never written down
   * @param awaited whether it does not go out before it is registered
   * @param acknowledged when the portal registered it, in words
   * @param until until when the portal would cancel it, in words
   * @param cancellable whether that is not over
   * @param qrCode the QR code as an address of its own, null before it is registered
   */
  public record Shown(
      boolean gst,
      boolean european,
      @Nullable Registration registration,
      boolean awaited,
      @Nullable String acknowledged,
      @Nullable String until,
      boolean cancellable,
      @Nullable String qrCode) {

    /** The reasons that the portal knows. */
    public CancelReason[] reasons() {
      return CancelReason.values();
    }

    /** The name of the state, for its word. */
    public String state() {
      return registration == null ? "NONE" : registration.state().name();
    }
  }
}
