package io.dunwell.platform;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** What the schema and the processes of this build amount to, as one digest. */
final class Fingerprint {

  private static final String[] PARTS = {
    "classpath*:db/migration/**/*.sql",
    "classpath*:processes/*",
    "classpath*:forms/*",
    "classpath*:profiles/*"
  };

  private Fingerprint() {}

  static String ofSchemaAndProcesses() {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      var resources = new TreeMap<String, byte[]>();
      for (String part : PARTS) {
        for (Resource resource : new PathMatchingResourcePatternResolver().getResources(part)) {
          if (resource.isReadable()) {
            resources.put(String.valueOf(resource.getFilename()), resource.getContentAsByteArray());
          }
        }
      }
      resources.values().forEach(digest::update);
      return HexFormat.of().formatHex(digest.digest());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java platform has SHA-256", e);
    }
  }
}
