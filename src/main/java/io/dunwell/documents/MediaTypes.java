package io.dunwell.documents;

import io.dunwell.shared.RuleViolation;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says what bytes are by looking at them, never by believing a name or a browser. */
final class MediaTypes {

  static final String TEXT = "text/plain";
  static final String MAIL = "message/rfc822";

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

  private static final String PDF = "application/pdf";
  private static final String ZIP = "application/zip";
  private static final String OLE = "application/x-ole-storage";

  private static final List<Mark> MARKS =
      List.of(
          new Mark(PDF, "%PDF-"),
          new Mark("image/png", "\u0089PNG\r\n\032\n"),
          new Mark("image/jpeg", "\u00ff\u00d8\u00ff"),
          new Mark("image/tiff", "II*\0"),
          new Mark("image/tiff", "MM\0*"),
          new Mark(ZIP, "PK\003\004"),
          new Mark(OLE, "\u00d0\u00cf\021\u00e0\u00a1\u00b1\032\u00e1"));

  private static final List<Mark> PROGRAMS =
      List.of(
          new Mark("Windows program", "MZ"),
          new Mark("Linux program", "\177ELF"),
          new Mark("Java program", "\u00ca\u00fe\u00ba\u00be"),
          new Mark("script", "#!"));

  private static final Map<String, String> TEXTS =
      Map.of("csv", "text/csv", "xml", "application/xml", "json", "application/json");

  private static final Pattern HEADER =
      Pattern.compile(
          "(?is)\\A(?:[\\x21-\\x39\\x3b-\\x7e]+:[^\\n]*\\n(?:[ \\t][^\\n]*\\n)*)*?"
              + "(?:from|received|return-path|message-id|mime-version):");

  private MediaTypes() {}

  /**
   * The media type of a file; of texts its name tells which.
   *
   * @throws RuleViolation {@code document.program}, {@code document.unsupported}, {@code
   *     document.macros}, {@code document.encrypted}
   */
  static String of(byte[] content, String name) {
    refusePrograms(content, name);
    String extension = extension(name);
    String marked = marked(content);
    if (marked == null) {
      return text(content, extension, name);
    }
    return switch (marked) {
      case PDF -> unlocked(content, name);
      case ZIP -> OfficeFile.mediaType(content, name);
      case OLE -> mail(extension, name);
      default -> marked;
    };
  }

  private static String unlocked(byte[] content, String name) {
    if (LockedPdf.is(content)) {
      throw new RuleViolation(
          "document.encrypted",
          "“" + name + "” opens with a password only. Save it without one and file it again.");
    }
    return PDF;
  }

  static String extension(String name) {
    return name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
  }

  static RuleViolation unsupported(String name) {
    return new RuleViolation(
        "document.unsupported",
        "“"
            + name
            + "” is of no kind that can be filed. File a PDF, a picture (PNG, JPEG, TIFF), a mail"
            + " (EML, MSG), an Excel or Word file without macros (XLSX, DOCX) or a text.");
  }

  private static @Nullable String marked(byte[] content) {
    return MARKS.stream()
        .filter(mark -> mark.on(content))
        .map(Mark::mediaType)
        .findFirst()
        .orElse(null);
  }

  private static void refusePrograms(byte[] content, String name) {
    for (Mark program : PROGRAMS) {
      if (program.on(content)) {
        throw new RuleViolation(
            "document.program",
            "“" + name + "” is a " + program.mediaType() + "; file a document.");
      }
    }
  }

  /** Of the old binary files only mails: the others may hold macros. */
  private static String mail(String extension, String name) {
    if (!extension.equals("msg")) {
      throw unsupported(name);
    }
    return "application/vnd.ms-outlook";
  }

  private static String text(byte[] content, String extension, String name) {
    if (extension.equals("eml") && mail(content)) {
      return MAIL;
    }
    if (!text(content)) {
      throw unsupported(name);
    }
    return TEXTS.getOrDefault(extension, TEXT);
  }

  /** Mails may hold parts in any encoding, but their first lines are plain headers. */
  private static boolean mail(byte[] content) {
    int length = Math.min(content.length, 8192);
    return HEADER
        .matcher(new String(content, 0, length, StandardCharsets.ISO_8859_1).replace("\r", ""))
        .find();
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
