package io.dunwell.documents;

import io.dunwell.shared.RuleViolation;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** Tells Excel and Word files from other archives by what lies in them. */
final class OfficeFile {

  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 256L << 20;
  private static final String OPEN_XML = "application/vnd.openxmlformats-officedocument.";

  private OfficeFile() {}

  /**
   * @throws RuleViolation {@code document.unsupported}, {@code document.macros}
   */
  static String mediaType(byte[] content, String name) {
    Set<String> entries = entries(content, name);
    if (entries.stream().anyMatch(entry -> entry.endsWith("vbaproject.bin"))) {
      throw new RuleViolation(
          "document.macros", "“" + name + "” has macros. Save it without them and file it again.");
    }
    if (entries.contains("[content_types].xml")) {
      if (entries.contains("xl/workbook.xml")) {
        return OPEN_XML + "spreadsheetml.sheet";
      }
      if (entries.contains("word/document.xml")) {
        return OPEN_XML + "wordprocessingml.document";
      }
    }
    throw MediaTypes.unsupported(name);
  }

  /** Names only; what an entry unpacks to is counted and thrown away. */
  private static Set<String> entries(byte[] content, String name) {
    Set<String> entries = new HashSet<>();
    byte[] part = new byte[1 << 14];
    long unpacked = 0;
    try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(content))) {
      for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        entries.add(entry.getName().toLowerCase(Locale.ROOT));
        for (int read = zip.read(part); read >= 0; read = zip.read(part)) {
          unpacked += read;
          if (unpacked > MOST_BYTES) {
            throw MediaTypes.unsupported(name);
          }
        }
        if (entries.size() > MOST_ENTRIES) {
          throw MediaTypes.unsupported(name);
        }
      }
    } catch (IOException | IllegalArgumentException broken) {
      throw MediaTypes.unsupported(name);
    }
    return entries;
  }
}
