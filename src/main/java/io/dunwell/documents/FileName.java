package io.dunwell.documents;

import java.util.regex.Pattern;

/** Makes a name that can be shown and downloaded with out of whatever a browser sent. */
final class FileName {

  private static final Pattern UNWANTED = Pattern.compile("[\\p{Cntrl}\\p{Cf}\"<>|:*?;]+");
  private static final int LONGEST = 150;

  private FileName() {}

  static String of(String text) {
    String base = text.substring(Math.max(text.lastIndexOf('/'), text.lastIndexOf('\\')) + 1);
    String clean = UNWANTED.matcher(base).replaceAll("_").strip();
    String shown = clean.isEmpty() || clean.startsWith(".") ? "document" + clean : clean;
    return shown.length() <= LONGEST ? shown : shown.substring(shown.length() - LONGEST);
  }
}
