package io.dunwell.einvoice;

import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * How a document stands with the portal.
 *
 * @param document the caller's id of it
 * @param number its number
 * @param state where it stands
 * @param irn the reference number it has or will have
 * @param ackNumber the portal's acknowledgement, once registered
 * @param ackAt its time, Indian standard time
 * @param signedInvoice what the portal signed, as JWS
 * @param signedQrCode what the QR code has to say, as JWS
 * @param refusal why the portal said no, if it did
 * @param attempts how often it was sent without an answer that counts
 * @param cancelledAt when the portal cancelled it, Indian standard time
 */
public record Registration(
    UUID document,
    String number,
    State state,
    Irn irn,
    @Nullable String ackNumber,
    @Nullable LocalDateTime ackAt,
    @Nullable String signedInvoice,
    @Nullable String signedQrCode,
    @Nullable String refusal,
    int attempts,
    @Nullable LocalDateTime cancelledAt) {

  /** The clock of the portal. */
  public static final ZoneId INDIA = ZoneId.of("Asia/Kolkata");

  private static final Duration CANCELLABLE = Duration.ofHours(24);

  /** Until when the portal would cancel it, Indian standard time; null if it is not registered. */
  public @Nullable LocalDateTime cancellableUntil() {
    return state == State.REGISTERED && ackAt != null ? ackAt.plus(CANCELLABLE) : null;
  }

  /** The QR code to print as PNG, once registered. */
  public byte @Nullable [] qrCode(int pixels) {
    return signedQrCode == null ? null : QrCode.png(signedQrCode, pixels);
  }

  /** Where a document stands. */
  public enum State {
    /** Written, but not answered yet; may be sent again at any time. */
    PENDING,
    REGISTERED,
    /** The portal said no; prepare it anew when mended. */
    REFUSED,
    /** Registered once, and cancelled at the portal since. */
    CANCELLED
  }
}
