package io.dunwell.einvoice;

import java.time.LocalDateTime;
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
    @Nullable String refusal) {

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
    REFUSED
  }
}
