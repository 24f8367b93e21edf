package io.dunwell.documents.web;

import java.util.stream.Stream;

/** What people call kinds of files. */
enum DocumentKind {
  PDF("^application/pdf$"),
  PICTURE("^image/"),
  MAIL("^(message/rfc822|application/vnd\\.ms-outlook)$"),
  OFFICE("^application/vnd\\.openxmlformats"),
  TEXT("^(text/|application/(xml|json)$)");

  private final String pattern;

  DocumentKind(String pattern) {
    this.pattern = pattern;
  }

  /** Which media types it is, as a regular expression. */
  String pattern() {
    return pattern;
  }

  static DocumentKind of(String mediaType) {
    return Stream.of(values())
        .filter(kind -> mediaType.matches(kind.pattern.replace("$", "") + ".*"))
        .findFirst()
        .orElse(TEXT);
  }
}
