package io.dunwell.receipts;

import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * The document numbers that a payer wrote. A number counts if it stands for itself, not inside a
 * longer one, and has more than three characters.
 */
class DocumentsNamed {

  private static final int SHORTEST = 4;

  private final String text;

  DocumentsNamed(@Nullable String text) {
    this.text = text == null ? "" : text.toLowerCase(Locale.ROOT);
  }

  boolean contain(String number) {
    String wanted = number.toLowerCase(Locale.ROOT);
    if (wanted.length() < SHORTEST) {
      return false;
    }
    int at = text.indexOf(wanted);
    while (at >= 0 && !standsAlone(at, at + wanted.length())) {
      at = text.indexOf(wanted, at + 1);
    }
    return at >= 0;
  }

  private boolean standsAlone(int from, int to) {
    return (from == 0 || !Character.isLetterOrDigit(text.charAt(from - 1)))
        && (to == text.length() || !Character.isLetterOrDigit(text.charAt(to)));
  }
}
