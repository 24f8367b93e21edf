package io.dunwell.einvoice;

import io.dunwell.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The files of a folder of the shared data, by its index. */
final class SharedEinvoices {

  private SharedEinvoices() {}

  static List<Path> in(String folder) {
    Path index = SharedData.file("INDEX.tsv");
    try (var lines = Files.lines(index)) {
      return lines
          .map(line -> line.substring(0, line.indexOf('\t')))
          .filter(name -> name.startsWith("einvoice/" + folder + "/"))
          .sorted()
          .map(SharedData::file)
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
