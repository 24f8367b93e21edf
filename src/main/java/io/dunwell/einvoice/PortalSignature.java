package io.dunwell.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.dunwell.shared.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PublicKey;
import java.security.Signature;
import java.util.Base64;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * Verifies what the portal signed: a compact JWS (RFC 7515) with RS256 and nothing else, whose
 * claim {@code data} is the text that was signed.
 */
@Component
class PortalSignature {

  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final List<PublicKey> keys;

  PortalSignature(EinvoiceSettings settings) {
    this.keys = settings.portalKeys().stream().map(PortalKeys::parse).toList();
  }

  /**
   * What was signed.
   *
   * @throws RuleViolation {@code einvoice.no-portal-key}, {@code einvoice.answer-malformed} or
   *     {@code einvoice.signature}
   */
  JsonNode verified(String jws) {
    if (keys.isEmpty()) {
      throw new RuleViolation(
          "einvoice.no-portal-key",
          "The portal's answer cannot be verified: configure dunwell.einvoice.portal-keys.");
    }
    String[] parts = jws.split("\\.", -1);
    if (parts.length != 3 || !json(parts[0]).path("alg").asText().equals("RS256")) {
      throw malformed("it is no JWS signed with RS256");
    }
    byte[] signed = (parts[0] + "." + parts[1]).getBytes(StandardCharsets.US_ASCII);
    byte[] signature = decoded(parts[2]);
    if (keys.stream().noneMatch(key -> isSignedWith(key, signed, signature))) {
      throw new RuleViolation(
          "einvoice.signature",
          "The portal's answer is not signed with a key we know: check the keys, and who answered.");
    }
    return data(parts[1]);
  }

  /** The signed text is JSON inside JSON. */
  private static JsonNode data(String claims) {
    JsonNode data = json(claims).path("data");
    return data.isTextual() ? parsed(data.asText()) : data;
  }

  private static boolean isSignedWith(PublicKey key, byte[] signed, byte[] signature) {
    try {
      Signature verifier = Signature.getInstance("SHA256withRSA");
      verifier.initVerify(key);
      verifier.update(signed);
      return verifier.verify(signature);
    } catch (GeneralSecurityException notThisKey) {
      return false;
    }
  }

  private static JsonNode json(String part) {
    return parsed(new String(decoded(part), StandardCharsets.UTF_8));
  }

  private static JsonNode parsed(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException noJson) {
      throw malformed("it has no JSON inside");
    }
  }

  private static byte[] decoded(String part) {
    try {
      return Base64.getUrlDecoder().decode(part);
    } catch (IllegalArgumentException noBase64) {
      throw malformed("it is not in base 64");
    }
  }

  private static RuleViolation malformed(String why) {
    return new RuleViolation(
        "einvoice.answer-malformed", "The portal's answer cannot be read: " + why + ".");
  }
}
