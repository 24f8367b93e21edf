package io.dunwell.exchange;

import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * A ZIP archive of proofs with an index, from whoever sent it. Nothing of it is ever unpacked under
 * a name of its own, and no more of it than what it may hold, whatever it says about itself.
 */
final class ProofArchive implements AutoCloseable {

  private static final int MOST_ENTRIES = 20_000;
  private static final long MOST_INDEX = 64L << 20;
  private static final long MOST_UNPACKED = 4L << 30;
  private static final Pattern INDEX = Pattern.compile("(?i)(?:[^/]+/)?index\\.(csv|txt|tsv|xlsx)");

  private final ZipFile zip;
  private final Map<String, ZipEntry> entries;
  private final ZipEntry index;
  private long unpacked;

  private ProofArchive(ZipFile zip, Map<String, ZipEntry> entries, ZipEntry index) {
    this.zip = zip;
    this.entries = entries;
    this.index = index;
  }

  /**
   * Opens the archive.
   *
   * @throws RuleViolation {@code archive.…} if it is none, has no index, or is not to be trusted
   */
  static ProofArchive open(Path file) throws IOException {
    ZipFile zip = opened(file);
    try {
      return read(zip);
    } catch (IOException | RuntimeException refused) {
      zip.close();
      throw refused;
    }
  }

  /** Copies the index to a temporary file, which the caller deletes. */
  Path index() throws IOException {
    byte[] content = content(index, MOST_INDEX);
    if (content == null) {
      throw new RuleViolation("archive.index-too-large", "The index of the archive is too large.");
    }
    Path copy = Files.createTempFile("dunwell-import-", ".index");
    Files.write(copy, content);
    return copy;
  }

  /** Whether there is a file of that name: its whole path, or its name if only one is called so. */
  boolean has(String name) {
    return entries.containsKey(key(name));
  }

  /**
   * The file of that name.
   *
   * @return null if it unpacks to more than {@code most} bytes, whatever it says its size is
   * @throws RuleViolation {@code archive.bomb}, {@code archive.broken}
   */
  byte @Nullable [] content(String name, long most) throws IOException {
    ZipEntry entry = entries.get(key(name));
    if (entry == null) {
      throw new IllegalArgumentException("There is no file " + name);
    }
    return content(entry, most);
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private byte @Nullable [] content(ZipEntry entry, long most) throws IOException {
    try (InputStream in = zip.getInputStream(entry)) {
      byte[] content = in.readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE - 8));
      unpacked += content.length;
      if (unpacked > MOST_UNPACKED) {
        throw new RuleViolation(
            "archive.bomb", "The archive unpacks to more than 4 GB. Send it in parts.");
      }
      return content.length > most ? null : content;
    } catch (ZipException broken) {
      throw broken();
    }
  }

  private static ProofArchive read(ZipFile zip) throws IOException {
    if (zip.size() > MOST_ENTRIES) {
      throw new RuleViolation(
          "archive.too-many-files", "The archive has more than 20,000 files. Send it in parts.");
    }
    Map<String, ZipEntry> entries = new HashMap<>();
    Map<String, ZipEntry> byName = new HashMap<>();
    ZipEntry index = null;
    for (var each = zip.entries(); each.hasMoreElements(); ) {
      ZipEntry entry = each.nextElement();
      refuseUnsafe(entry.getName());
      if (!entry.isDirectory()) {
        entries.put(key(entry.getName()), entry);
        byName.merge(name(entry.getName()), entry, (one, other) -> zipTwice(one));
        index = INDEX.matcher(entry.getName()).matches() ? entry : index;
      }
    }
    byName.forEach((name, entry) -> putOnce(entries, name, entry));
    if (index == null) {
      throw new RuleViolation(
          "archive.no-index",
          "The archive has no index.csv or index.xlsx that says which delivery each file proves.");
    }
    return new ProofArchive(zip, entries, index);
  }

  /** A marker for names that stand for no file in particular. */
  private static ZipEntry zipTwice(ZipEntry one) {
    return new ZipEntry(one.getName() + "/");
  }

  private static void putOnce(Map<String, ZipEntry> entries, String name, ZipEntry entry) {
    if (!entry.isDirectory()) {
      entries.putIfAbsent(name, entry);
    }
  }

  private static void refuseUnsafe(String name) {
    boolean leads = name.startsWith("/") || name.contains("\\") || name.matches("(?s)[A-Za-z]:.*");
    if (leads || ("/" + name + "/").contains("/../") || name.indexOf('\0') >= 0) {
      throw new RuleViolation(
          "archive.unsafe-name",
          "The archive holds a file whose name leads out of it. Pack it again with plain names.");
    }
  }

  private static ZipFile opened(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), StandardCharsets.UTF_8);
    } catch (ZipException notInUnicode) {
      return openedAsOnWindows(file);
    }
  }

  /** Windows names files in its own code page; the common letters of Europe are in this one. */
  private static ZipFile openedAsOnWindows(Path file) throws IOException {
    try {
      return new ZipFile(file.toFile(), Charset.forName("IBM850"));
    } catch (ZipException broken) {
      throw broken();
    }
  }

  private static RuleViolation broken() {
    return new RuleViolation(
        "archive.broken",
        "This is no ZIP archive that can be read. Pack the proofs and index.csv, and send it"
            + " again.");
  }

  private static String key(String name) {
    return name.strip().replace('\\', '/').replaceAll("^(?:\\./)+", "").toLowerCase(Locale.ROOT);
  }

  private static String name(String path) {
    return key(path.substring(path.lastIndexOf('/') + 1));
  }
}
