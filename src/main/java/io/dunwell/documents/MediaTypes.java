package io.dunwell.documents;

import io.dunwell.shared.RuleViolation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Says what bytes are by looking at them, never by believing a name or a browser. */
final class MediaTypes {

  static final String UNKNOWN = "application/octet-stream";

  /** How files of a kind begin; each character stands for one byte. */
  private record Mark(String mediaType, String beginning) {
    boolean on(byte[] content) {
      if (content.length < beginning.length()) {
        return false;
      }
      return new String(content, 0, beginning.length(), StandardCharsets.ISO_8859_1)
          .equals(beginning);
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark("application/pdf", "%PDF-"),
          new Mark("image/png", "\u0089PNG\r\n\032\n"),
          new Mark("image/jpeg", "\u00ff\u00d8\u00ff"),
          new Mark("image/tiff", "II*\0"),
          new Mark("image/tiff", "MM\0*"),
          new Mark("application/zip", "PK\003\004"));

  private static final List<Mark> PROGRAMS =
      List.of(
          new Mark("Windows program", "MZ"),
          new Mark("Linux program", "\177ELF"),
          new Mark("Java program", "\u00ca\u00fe\u00ba\u00be"),
          new Mark("script", "#!"));

  private static final Map<String, String> ZIPPED =
      Map.of(
          "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document");

  private static final Map<String, String> TEXTS =
      Map.of("csv", "text/csv", "eml", "message/rfc822", "xml", "application/xml");

  private MediaTypes() {}

  /**
   * The media type of a file; of text and zipped formats its name tells which.
   *
   * @throws RuleViolation {@code document.program}
   */
  static String of(byte[] content, String name) {
    for (Mark program : PROGRAMS) {
      if (program.on(content)) {
        throw new RuleViolation(
            "document.program",
            "“" + name + "” is a " + program.mediaType() + "; file a document.");
      }
    }
    String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
    for (Mark mark : MARKS) {
      if (mark.on(content)) {
        return mark.mediaType().equals("application/zip")
            ? ZIPPED.getOrDefault(extension, mark.mediaType())
            : mark.mediaType();
      }
    }
    return text(content) ? TEXTS.getOrDefault(extension, "text/plain") : UNKNOWN;
  }

  private static boolean text(byte[] content) {
    for (byte b : content) {
      if (b == 0) {
        return false;
      }
    }
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content));
      return true;
    } catch (CharacterCodingException e) {
      return false;
    }
  }
}
