package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/** The zip archive that a workbook is, opened with limits so that a small file cannot fill us. */
final class XlsxArchive implements AutoCloseable {

  private static final int MOST_ENTRIES = 2_000;
  private static final long MOST_BYTES = 2L << 30;
  private static final long ALWAYS_FINE = 32L << 20;
  private static final long HIGHEST_RATIO = 150;

  private final ZipFile zip;
  private final long most;
  private long inflated;

  private XlsxArchive(ZipFile zip, long packed) {
    this.zip = zip;
    this.most = Math.min(MOST_BYTES, Math.max(ALWAYS_FINE, packed * HIGHEST_RATIO));
  }

  static XlsxArchive open(Path file) throws IOException {
    try {
      ZipFile zip = new ZipFile(file.toFile());
      if (zip.size() > MOST_ENTRIES) {
        zip.close();
        throw bomb();
      }
      return new XlsxArchive(zip, Files.size(file));
    } catch (ZipException e) {
      throw new RuleViolation(
          "file.broken-zip", "The workbook is damaged or cut off. Save it again and re-send it.");
    }
  }

  /** The entry's content, or null if there is none of that name. */
  @Nullable InputStream find(String name) throws IOException {
    ZipEntry entry = zip.getEntry(name);
    return entry == null ? null : new Limited(zip.getInputStream(entry));
  }

  InputStream get(String name) throws IOException {
    InputStream found = find(name);
    if (found == null) {
      throw new RuleViolation(
          "file.not-a-table", "This archive is no Excel workbook: it has no %s.".formatted(name));
    }
    return found;
  }

  @Override
  public void close() throws IOException {
    zip.close();
  }

  private static RuleViolation bomb() {
    return new RuleViolation(
        "file.zip-bomb", "The workbook unpacks to far more than a ledger needs; it is refused.");
  }

  private final class Limited extends FilterInputStream {

    Limited(InputStream in) {
      super(in);
    }

    @Override
    public int read() throws IOException {
      int read = super.read();
      count(read < 0 ? 0 : 1);
      return read;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
      int read = super.read(bytes, offset, length);
      count(Math.max(read, 0));
      return read;
    }

    private void count(int bytes) {
      inflated += bytes;
      if (inflated > most) {
        throw bomb();
      }
    }
  }
}
