package io.dunwell.documents;

import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Makes a name that can be shown and downloaded with out of whatever a browser sent. */
final class FileName {

  private static final Pattern UNWANTED =
      Pattern.compile("[\\p{Cntrl}\\p{Cf}\\p{Zl}\\p{Zp}\"<>|:*?;]+");
  private static final int LONGEST = 150;

  private static final Map<String, List<String>> EXTENSIONS =
      Map.of(
          "application/pdf",
          List.of("pdf"),
          "image/png",
          List.of("png"),
          "image/jpeg",
          List.of("jpg", "jpeg"),
          "image/tiff",
          List.of("tif", "tiff"),
          "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
          List.of("xlsx"),
          "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
          List.of("docx"),
          "application/vnd.ms-outlook",
          List.of("msg"),
          MediaTypes.MAIL,
          List.of("eml"),
          MediaTypes.TEXT,
          List.of("txt", "text", "md", "log"));

  private FileName() {}

  static String of(String text) {
    String base = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    String clean = UNWANTED.matcher(base).replaceAll("_").strip();
    String shown = clean.isEmpty() || clean.startsWith(".") ? "document" + clean : clean;
    return shown.length() <= LONGEST ? shown : shown.substring(shown.length() - LONGEST);
  }

  /** The name with an ending that fits: whoever opens the download opens what was filed. */
  static String fitting(String name, String mediaType) {
    List<String> fitting = EXTENSIONS.getOrDefault(mediaType, List.of());
    boolean fits = fitting.isEmpty() || fitting.contains(MediaTypes.extension(name));
    return fits ? name : name + "." + fitting.get(0);
  }
}
