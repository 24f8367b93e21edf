package io.dunwell.einvoice;

import io.dunwell.tax.DocumentKind;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Locale;

/**
 * The invoice reference number that the portal will give: SHA-256 of the seller's GSTIN, the fiscal
 * year, the kind and the number of the document.
 *
 * @param value 64 hexadecimal digits
 */
public record Irn(String value) {

  private static final int APRIL = 4;

  /** Of a document; fiscal years run from April to March. */
  public static Irn of(String gstin, LocalDate issuedOn, DocumentKind kind, String number) {
    int from = issuedOn.getYear() - (issuedOn.getMonthValue() < APRIL ? 1 : 0);
    String year = String.format(Locale.ROOT, "%d-%02d", from, (from + 1) % 100);
    String text = gstin + year + Inv01.type(kind) + number;
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return new Irn(HexFormat.of().formatHex(digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
