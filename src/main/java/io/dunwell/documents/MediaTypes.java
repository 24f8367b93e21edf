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

  private record Mark(String mediaType, int... bytes) {
    boolean on(byte[] content) {
      if (content.length < bytes.length) {
        return false;
      }
      for (int i = 0; i < bytes.length; i++) {
        if ((content[i] & 0xff) != bytes[i]) {
          return false;
        }
      }
      return true;
    }
  }

  private static final List<Mark> MARKS =
      List.of(
          new Mark("application/pdf", '%', 'P', 'D', 'F', '-'),
          new Mark("image/png", 0x89, 'P', 'N', 'G', 0x0d, 0x0a, 0x1a, 0x0a),
          new Mark("image/jpeg", 0xff, 0xd8, 0xff),
          new Mark("image/tiff", 'I', 'I', 0x2a, 0),
          new Mark("image/tiff", 'M', 'M', 0, 0x2a),
          new Mark("application/zip", 'P', 'K', 3, 4));

  private static final List<Mark> PROGRAMS =
      List.of(
          new Mark("Windows program", 'M', 'Z'),
          new Mark("Linux program", 0x7f, 'E', 'L', 'F'),
          new Mark("Java program", 0xca, 0xfe, 0xba, 0xbe),
          new Mark("script", '#', '!'));

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
