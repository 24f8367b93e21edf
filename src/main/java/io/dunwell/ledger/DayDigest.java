package io.dunwell.ledger;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** Digests the rows of a day, fed one value at a time. Values are framed: none can pass for two. */
final class DayDigest {

  private final MessageDigest sha256;
  private long rows;

  DayDigest() {
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }

  void add(@Nullable String value) {
    byte[] bytes = value == null ? new byte[0] : value.getBytes(StandardCharsets.UTF_8);
    int length = value == null ? -1 : bytes.length;
    sha256.update(ByteBuffer.allocate(Integer.BYTES).putInt(length).array());
    sha256.update(bytes);
  }

  void endOfRow() {
    rows++;
  }

  long rows() {
    return rows;
  }

  String hex() {
    return HexFormat.of().formatHex(sha256.digest());
  }
}
