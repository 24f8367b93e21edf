package io.dunwell.sheets;

import io.dunwell.shared.RuleViolation;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * How a text file writes its characters.
 *
 * @param markBytes how many bytes of byte order mark come first
 */
record TextEncoding(Charset charset, int markBytes) {

  /** What Windows means when it says ISO-8859-1: the same, and a euro sign. */
  private static final Charset WESTERN = Charset.forName("windows-1252");

  private static final int SAMPLE = 8192;

  static TextEncoding of(Path file, @Nullable String named) throws IOException {
    byte[] sample;
    try (InputStream in = Files.newInputStream(file)) {
      sample = in.readNBytes(SAMPLE);
    }
    TextEncoding marked = marked(sample);
    if (marked != null) {
      return marked;
    }
    if (named != null) {
      return new TextEncoding(charset(named), 0);
    }
    TextEncoding wide = wide(sample);
    return wide != null ? wide : new TextEncoding(narrow(file), 0);
  }

  Reader open(Path file) throws IOException {
    InputStream in = new BufferedInputStream(Files.newInputStream(file), 1 << 16);
    in.skipNBytes(markBytes);
    return new InputStreamReader(
        in,
        charset
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPLACE));
  }

  private static @Nullable TextEncoding marked(byte[] bytes) {
    if (startsWith(bytes, 0xEF, 0xBB, 0xBF)) {
      return new TextEncoding(StandardCharsets.UTF_8, 3);
    }
    if (startsWith(bytes, 0xFF, 0xFE)) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 2);
    }
    return startsWith(bytes, 0xFE, 0xFF) ? new TextEncoding(StandardCharsets.UTF_16BE, 2) : null;
  }

  private static boolean startsWith(byte[] bytes, int... start) {
    for (int i = 0; i < start.length; i++) {
      if (i >= bytes.length || (bytes[i] & 0xFF) != start[i]) {
        return false;
      }
    }
    return true;
  }

  /** UTF-16 without a mark shows as a zero in every other byte of plain text. */
  private static @Nullable TextEncoding wide(byte[] bytes) {
    int[] zeros = new int[2];
    for (int i = 0; i < bytes.length; i++) {
      zeros[i % 2] += bytes[i] == 0 ? 1 : 0;
    }
    if (zeros[0] + zeros[1] == 0) {
      return null;
    }
    int most = bytes.length / 2 * 6 / 10;
    if (zeros[1] > most && zeros[0] == 0) {
      return new TextEncoding(StandardCharsets.UTF_16LE, 0);
    }
    if (zeros[0] > most && zeros[1] == 0) {
      return new TextEncoding(StandardCharsets.UTF_16BE, 0);
    }
    throw new RuleViolation(
        "file.not-a-table", "This is neither text nor a workbook. Export it as CSV or .xlsx.");
  }

  private static Charset narrow(Path file) throws IOException {
    char[] scratch = new char[1 << 15];
    try (Reader reader = new TextEncoding(StandardCharsets.UTF_8, 0).open(file)) {
      while (reader.read(scratch) >= 0) {
        // only whether it can be read matters
      }
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return WESTERN;
    }
  }

  private static Charset charset(String named) {
    try {
      Charset charset = Charset.forName(named);
      return charset.equals(StandardCharsets.ISO_8859_1) ? WESTERN : charset;
    } catch (IllegalArgumentException e) {
      throw new RuleViolation(
          "file.encoding-unknown",
          "There is no encoding %s. Use UTF-8, UTF-16, ISO-8859-1 or leave it out."
              .formatted(named));
    }
  }
}
