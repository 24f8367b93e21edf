package io.dunwell.einvoice;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.cert.CertificateFactory;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;

/** Reads public keys that people configure. */
final class PortalKeys {

  private PortalKeys() {}

  /**
   * @param pem {@code BEGIN PUBLIC KEY} or {@code BEGIN CERTIFICATE}
   * @throws IllegalArgumentException if it is neither, so that a wrong setting stops the start
   */
  static PublicKey parse(String pem) {
    try {
      if (pem.contains("BEGIN CERTIFICATE")) {
        return CertificateFactory.getInstance("X.509")
            .generateCertificate(
                new ByteArrayInputStream(pem.strip().getBytes(StandardCharsets.US_ASCII)))
            .getPublicKey();
      }
      String body = pem.replaceAll("-----[A-Z ]+-----", "").replaceAll("\\s", "");
      return KeyFactory.getInstance("RSA")
          .generatePublic(new X509EncodedKeySpec(Base64.getDecoder().decode(body)));
    } catch (GeneralSecurityException | IllegalArgumentException wrong) {
      throw new IllegalArgumentException(
          "A key of the tax portal (dunwell.einvoice) is neither a public key nor a certificate in PEM",
          wrong);
    }
  }
}
