package io.dunwell.platform;

import io.dunwell.shared.CannotStart;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/** The directory that one copy of Dunwell has for itself, and which it locks while it runs. */
class DataDirectory implements AutoCloseable {

  private final Path path;
  private final FileChannel channel;

  /**
   * Takes the directory, which is created if it is not there.
   *
   * @throws CannotStart if another copy has it, or it cannot be written to
   */
  DataDirectory(Path path) {
    this.path = path.toAbsolutePath().normalize();
    try {
      createPrivate(this.path);
      channel =
          FileChannel.open(
              this.path.resolve("dunwell.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.READ,
              StandardOpenOption.WRITE);
    } catch (IOException e) {
      throw new CannotStart(
          "The data directory %s cannot be written to (%s).".formatted(this.path, e.getMessage()),
          "Set dunwell.data-dir to a directory of the user who starts Dunwell.");
    }
    lock();
  }

  Path path() {
    return path;
  }

  Path file(String name) {
    return path.resolve(name);
  }

  /** The password of the database, made up at the first start and readable by its owner only. */
  String secret() {
    Path file = file("postgres.password");
    try {
      if (!Files.exists(file)) {
        byte[] random = new byte[24];
        new SecureRandom().nextBytes(random);
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(random));
        onlyForOwner(file, "rw-------");
      }
      return Files.readString(file).strip();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }

  private void lock() {
    try {
      FileLock lock = tryLock();
      if (lock == null) {
        String owner = read();
        channel.close();
        throw new CannotStart(
            "Another copy of Dunwell (process %s) is using the data directory %s."
                .formatted(owner, path),
            "Stop it, or give this copy a directory of its own with --dunwell.data-dir=... and a"
                + " port of its own with --server.port=...");
      }
      channel.truncate(0);
      channel.write(StandardCharsets.UTF_8.encode(String.valueOf(ProcessHandle.current().pid())));
      channel.force(true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private @Nullable FileLock tryLock() throws IOException {
    try {
      // a byte far behind the process id: Windows does not let others read what is locked
      return channel.tryLock(1_000_000, 1, false);
    } catch (OverlappingFileLockException sameProcess) {
      return null;
    }
  }

  private String read() throws IOException {
    ByteBuffer text = ByteBuffer.allocate(20);
    channel.read(text, 0);
    return StandardCharsets.UTF_8.decode(text.flip()).toString();
  }

  private static void createPrivate(Path directory) throws IOException {
    if (!Files.isDirectory(directory)) {
      Files.createDirectories(directory);
      onlyForOwner(directory, "rwx------");
    }
  }

  private static void onlyForOwner(Path path, String permissions) throws IOException {
    if (path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      Files.setPosixFilePermissions(path, PosixFilePermissions.fromString(permissions));
    }
  }
}
