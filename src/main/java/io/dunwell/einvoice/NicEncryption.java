package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Key;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.util.Base64;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.SecretKeySpec;

/**
 * The encryption of the National Informatics Centre's own API, which companies with direct access
 * speak without a provider (einv-apisandbox.nic.in, Authentication 1.04, Generate IRN 1.03): the
 * login goes out under the portal's public key with an application key that we made; that key opens
 * the session's key in the answer, under which all further bodies go. The portal lays down the
 * algorithms; TLS protects what they do not.
 */
final class NicEncryption {

  private static final String RSA = "RSA/ECB/PKCS1Padding";
  private static final String AES = "AES/ECB/PKCS5Padding";
  private static final int KEY_BYTES = 32;
  private static final SecureRandom RANDOM = new SecureRandom();

  private final PublicKey portal;

  NicEncryption(PublicKey portal) {
    this.portal = portal;
  }

  /** A key of our own for one session. */
  static SecretKey newKey() {
    byte[] key = new byte[KEY_BYTES];
    RANDOM.nextBytes(key);
    return aes(key);
  }

  /** As it stands in the login. */
  static String text(SecretKey key) {
    return Base64.getEncoder().encodeToString(key.getEncoded());
  }

  /** The login for the portal's eyes only. */
  String login(String json) throws IOException {
    byte[] text = Base64.getEncoder().encode(json.getBytes(StandardCharsets.UTF_8));
    return body(run(RSA, Cipher.ENCRYPT_MODE, portal, text));
  }

  /** The session's key ("Sek") that the portal answered with. */
  static SecretKey session(String sek, SecretKey ours) throws IOException {
    return aes(run(AES, Cipher.DECRYPT_MODE, ours, decoded(sek)));
  }

  /** A body under the session's key. */
  static String closed(String json, SecretKey session) throws IOException {
    return body(run(AES, Cipher.ENCRYPT_MODE, session, json.getBytes(StandardCharsets.UTF_8)));
  }

  /** What the portal answered under the session's key. */
  static String opened(String data, SecretKey session) throws IOException {
    return new String(
        run(AES, Cipher.DECRYPT_MODE, session, decoded(data)), StandardCharsets.UTF_8);
  }

  private static String body(byte[] encrypted) {
    return JsonNodeFactory.instance
        .objectNode()
        .put("Data", Base64.getEncoder().encodeToString(encrypted))
        .toString();
  }

  private static byte[] decoded(String text) throws IOException {
    try {
      return Base64.getDecoder().decode(text);
    } catch (IllegalArgumentException noText) {
      throw new IOException("The portal's answer is not encrypted as agreed", noText);
    }
  }

  private static byte[] run(String algorithm, int mode, Key key, byte[] bytes) throws IOException {
    try {
      Cipher cipher = Cipher.getInstance(algorithm);
      cipher.init(mode, key);
      return cipher.doFinal(bytes);
    } catch (GeneralSecurityException e) {
      throw new IOException("What goes to or comes from the portal is not as agreed", e);
    }
  }

  private static SecretKey aes(byte[] key) {
    return new SecretKeySpec(key, "AES");
  }
}
