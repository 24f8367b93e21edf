package io.dunwell.documents;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;

/** Shows documents without opening them in the browser: as pictures, or as plain words. */
@Service
public class Previews {

  private static final Logger LOG = LoggerFactory.getLogger(Previews.class);
  private static final int WIDEST = 1600;
  private static final int NARROWEST = 40;
  private static final int MOST_CHARACTERS = 4000;

  /** Drawing takes memory; who waits too long for a turn sees the document without picture. */
  private final Semaphore turns = new Semaphore(2);

  private final Documents documents;

  Previews(Documents documents) {
    this.documents = documents;
  }

  /**
   * A page of a PDF, or a picture, at most that wide; empty for everything else and for what cannot
   * be drawn.
   *
   * @param page from 0
   * @param width in pixels
   * @throws io.dunwell.shared.RuleViolation {@code document.unknown}, {@code
   *     document.retention-ended}
   */
  public Optional<Preview> picture(DocumentId id, int page, int width) {
    DocumentView document = documents.view(id);
    int wide = Math.max(NARROWEST, Math.min(WIDEST, width));
    if (page < 0 || !drawable(document.mediaType())) {
      return Optional.empty();
    }
    return drawn(document.mediaType(), documents.read(id), page, wide, id.toString());
  }

  /**
   * A page of a PDF that is not filed, at most that wide; empty if it cannot be drawn.
   *
   * @param page from 0
   * @param width in pixels
   */
  public Optional<Preview> ofPdf(byte[] pdf, int page, int width) {
    int wide = Math.max(NARROWEST, Math.min(WIDEST, width));
    return page < 0
        ? Optional.empty()
        : drawn("application/pdf", pdf, page, wide, "that was just printed");
  }

  private Optional<Preview> drawn(String type, byte[] content, int page, int wide, String id) {
    try {
      if (!turns.tryAcquire(10, TimeUnit.SECONDS)) {
        return Optional.empty();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
    try {
      return type.equals("application/pdf")
          ? PdfPicture.of(content, page, wide)
          : page == 0 ? Picture.of(content, wide) : Optional.empty();
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      // a hostile PDF may nest or inflate without end; what it took is free again here
      LOG.info("Document {} cannot be drawn: {}", id, broken.toString());
      return Optional.empty();
    } finally {
      turns.release();
    }
  }

  /** How many pages a PDF has; one for everything else, and for what cannot be read. */
  public int pages(DocumentId id) {
    DocumentView document = documents.view(id);
    if (!document.readable() || !document.mediaType().equals("application/pdf")) {
      return 1;
    }
    try {
      return PdfPicture.pages(documents.read(id));
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError broken) {
      LOG.info("Document {} cannot be read: {}", id, broken.toString());
      return 1;
    }
  }

  /** The beginning of a text or mail; empty for everything else. */
  public Optional<String> words(DocumentId id) {
    DocumentView document = documents.view(id);
    String type = document.mediaType();
    if (!document.readable() || !(type.startsWith("text/") || type.equals(MediaTypes.MAIL))) {
      return Optional.empty();
    }
    byte[] content = documents.read(id);
    String text =
        new String(
            content, 0, Math.min(content.length, 4 * MOST_CHARACTERS), StandardCharsets.UTF_8);
    return Optional.of(text.substring(0, Math.min(text.length(), MOST_CHARACTERS)));
  }

  /** Whether documents of that type can be drawn. */
  public static boolean drawable(String mediaType) {
    return mediaType.equals("application/pdf")
        || mediaType.equals("image/png")
        || mediaType.equals("image/jpeg");
  }
}
