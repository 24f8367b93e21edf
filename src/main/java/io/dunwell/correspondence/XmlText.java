package io.dunwell.correspondence;

/** Keeps out of pages the few characters that no XML may contain, whatever names they came in. */
final class XmlText {

  private XmlText() {}

  static String clean(String text) {
    for (int i = 0; i < text.length(); i++) {
      if (odd(text, i)) {
        return replaced(text);
      }
    }
    return text;
  }

  private static String replaced(String text) {
    StringBuilder clean = new StringBuilder(text);
    for (int i = 0; i < clean.length(); i++) {
      if (odd(text, i)) {
        clean.setCharAt(i, '\uFFFD');
      }
    }
    return clean.toString();
  }

  private static boolean odd(String text, int i) {
    char c = text.charAt(i);
    if (c < ' ') {
      return c != '\n' && c != '\t' && c != '\r';
    }
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
    }
    return c >= '\uFFFE';
  }
}
