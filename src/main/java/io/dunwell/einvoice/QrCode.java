package io.dunwell.einvoice;

import com.google.zxing.BarcodeFormat;
import com.google.zxing.EncodeHintType;
import com.google.zxing.WriterException;
import com.google.zxing.common.BitMatrix;
import com.google.zxing.qrcode.QRCodeWriter;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import io.dunwell.shared.RuleViolation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import javax.imageio.ImageIO;

/** QR codes as pictures. */
public final class QrCode {

  private static final int WHITE = 0xFFFFFF;

  /** White modules on each side that ISO/IEC 18004 asks for. */
  private static final int QUIET_ZONE = 4;

  private QrCode() {}

  /**
   * A QR code as PNG. A signed code of the portal has some 800 characters: print it 35 mm wide at
   * least.
   *
   * @param text what it says
   * @param pixels its width and height; enlarged if the text needs more
   * @throws RuleViolation {@code einvoice.qr-too-long} if no QR code holds so much
   */
  public static byte[] png(String text, int pixels) {
    try {
      BitMatrix matrix =
          new QRCodeWriter()
              .encode(
                  text,
                  BarcodeFormat.QR_CODE,
                  pixels,
                  pixels,
                  Map.of(
                      EncodeHintType.ERROR_CORRECTION,
                      ErrorCorrectionLevel.L,
                      EncodeHintType.MARGIN,
                      QUIET_ZONE));
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      ImageIO.write(image(matrix), "png", out);
      return out.toByteArray();
    } catch (WriterException tooLong) {
      throw new RuleViolation(
          "einvoice.qr-too-long", "The text is too long for a QR code: " + tooLong.getMessage());
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static BufferedImage image(BitMatrix matrix) {
    BufferedImage image =
        new BufferedImage(matrix.getWidth(), matrix.getHeight(), BufferedImage.TYPE_BYTE_BINARY);
    for (int y = 0; y < matrix.getHeight(); y++) {
      for (int x = 0; x < matrix.getWidth(); x++) {
        image.setRGB(x, y, matrix.get(x, y) ? 0 : WHITE);
      }
    }
    return image;
  }
}
