package io.dunwell.documents.web;

import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Previews;
import io.dunwell.documents.Subject;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A filed document as the list shows it.
 *
 * @param size in bytes
 * @param own whether Dunwell made it
 * @param readable whether its bytes are still there
 */
record DocumentRow(
    UUID id,
    String name,
    @Nullable String subjectType,
    @Nullable String subject,
    String mediaType,
    long size,
    String by,
    Instant at,
    boolean own,
    String sha256,
    boolean readable) {

  static DocumentRow of(DocumentView view) {
    Subject subject = view.subject();
    return new DocumentRow(
        view.id().value(),
        view.name(),
        subject == null ? null : subject.type(),
        subject == null ? null : subject.key(),
        view.mediaType(),
        view.size(),
        view.storedBy(),
        view.storedAt(),
        view.own(),
        view.sha256(),
        view.readable());
  }

  public DocumentKind kind() {
    return DocumentKind.of(mediaType);
  }

  public boolean drawable() {
    return readable && Previews.drawable(mediaType);
  }

  /** The list in which what it belongs to is found, null if there is none. */
  public @Nullable String list() {
    if (subjectType == null) {
      return null;
    }
    return switch (subjectType) {
      case "invoice" -> "/invoices";
      case "delivery" -> "/deliveries";
      default -> null;
    };
  }

  /** Its size as people read it. */
  public String weight() {
    if (size < 1000) {
      return size + " B";
    }
    long kilobytes = (size + 500) / 1000;
    return kilobytes < 1000
        ? kilobytes + " kB"
        : String.format(Locale.ROOT, "%d.%d MB", kilobytes / 1000, kilobytes % 1000 / 100);
  }
}
