package io.dunwell.workflow;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Spares machines that send their password with every call the slow hash each time: remembers, for
 * as long as the process runs, a keyed digest of the password that a stored hash was found to fit.
 * A changed password has another hash and is proven anew; wrong ones are always hashed slowly.
 */
class ProvenPasswords {

  private static final int MOST = 1000;

  private final Map<String, byte[]> proven = new ConcurrentHashMap<>();
  private final SecretKeySpec key;

  ProvenPasswords() {
    byte[] random = new byte[32];
    new SecureRandom().nextBytes(random);
    key = new SecretKeySpec(random, "HmacSHA256");
  }

  boolean fits(String hash, String password, BooleanSupplier slowly) {
    byte[] digest = digest(password);
    byte[] known = proven.get(hash);
    if (known != null && MessageDigest.isEqual(known, digest)) {
      return true;
    }
    if (!slowly.getAsBoolean()) {
      return false;
    }
    if (proven.size() >= MOST) {
      proven.clear();
    }
    proven.put(hash, digest);
    return true;
  }

  private byte[] digest(String password) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(key);
      return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Every Java platform has HmacSHA256", e);
    }
  }
}
