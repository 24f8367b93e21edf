package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Uploaded files, kept in the database in parts so that every node can read them. */
@Component
class Uploads {

  /** A file that was put away. */
  record Stored(long bytes, String sha256) {}

  private static final int PART = 1 << 20;

  private final JdbcClient jdbc;

  Uploads(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Size and digest of a file. */
  static Stored measure(Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      MessageDigest sha256 = MessageDigest.getInstance("SHA-256");
      byte[] part = in.readNBytes(PART);
      while (part.length > 0) {
        sha256.update(part);
        part = in.readNBytes(PART);
      }
      return new Stored(Files.size(file), HexFormat.of().formatHex(sha256.digest()));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void store(ImportId id, Path file) throws IOException {
    try (InputStream in = Files.newInputStream(file)) {
      byte[] part = in.readNBytes(PART);
      for (int number = 0; part.length > 0; number++) {
        jdbc.sql("insert into exchange.file_part (import, part, bytes) values (:id, :part, :bytes)")
            .param("id", id.value())
            .param("part", number)
            .param("bytes", part)
            .update();
        part = in.readNBytes(PART);
      }
    }
  }

  /** Copies the file to a temporary one, which the caller deletes. */
  Path spool(ImportId id) throws IOException {
    Path file = Files.createTempFile("dunwell-import-", ".upload");
    try (OutputStream out = Files.newOutputStream(file)) {
      byte[] part = part(id, 0);
      for (int number = 1; part != null; number++) {
        out.write(part);
        part = part(id, number);
      }
      return file;
    } catch (IOException | RuntimeException e) {
      Files.deleteIfExists(file);
      throw e;
    }
  }

  /** Forgets the file; its digest and the rows in quarantine stay. */
  void drop(ImportId id) {
    jdbc.sql("delete from exchange.file_part where import = :id").param("id", id.value()).update();
  }

  /** Copies a stream to a temporary file, which the caller deletes. */
  static Path receive(InputStream in) {
    try {
      Path file = Files.createTempFile("dunwell-import-", ".upload");
      Files.copy(in, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
      return file;
    } catch (IOException e) {
      throw new RuleViolation(
          "file.not-received", "The file did not arrive completely. Send it again.");
    }
  }

  private byte @Nullable [] part(ImportId id, int number) {
    return jdbc.sql("select bytes from exchange.file_part where import = :id and part = :part")
        .param("id", id.value())
        .param("part", number)
        .query((row, index) -> row.getBytes(1))
        .optional()
        .orElse(null);
  }
}
