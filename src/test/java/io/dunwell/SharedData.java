package io.dunwell;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/** Real files made by others, which lie beside the project and are never copied into it. */
public final class SharedData {

  private SharedData() {}

  /** The file, or a skipped test that says why. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("dunwell.shared-data", "../shared/data")).resolve(name);
    assumeTrue(
        Files.isRegularFile(file),
        () -> "Skipped: " + file + " is not there; set -Ddunwell.shared-data to where it lies");
    return file;
  }
}
