package io.dunwell.correspondence;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.openhtmltopdf.outputdevice.helper.ExternalResourceControlPriority;
import com.openhtmltopdf.pdfboxout.PdfBoxRenderer;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import com.openhtmltopdf.util.XRLog;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.springframework.stereotype.Component;

/** Prints pages as PDF: the same page gives the same bytes, with every glyph embedded. */
@Component
public class PdfPrinter {

  private final Queue<Fonts> idle = new ConcurrentLinkedQueue<>();

  PdfPrinter() {
    // it tells the log about every font of every page
    XRLog.setLoggingEnabled(false);
  }

  /**
   * Prints a page for the archive, as PDF/A-3: every glyph embedded, colours defined, so that it
   * looks the same in decades and other files can be attached to it. What is written letter by
   * letter is readable as text, too (level u); scripts that join letters are not wholly (level b).
   *
   * @param page well-formed HTML that asks for nothing from elsewhere
   * @param title the document's title
   * @param author the document's author
   * @param dated the day that the document bears as its creation date
   */
  public byte[] archive(String page, String title, String author, LocalDate dated) {
    return print(XmlText.clean(page), information(title, author, dated));
  }

  private byte[] print(String page, PDDocumentInformation information) {
    Fonts known = idle.poll();
    Fonts fonts = known == null ? new Fonts() : known;
    try {
      return print(page, information, fonts);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      idle.add(fonts);
    }
  }

  private static byte[] print(String page, PDDocumentInformation information, Fonts fonts)
      throws IOException {
    try (PDDocument document = new PDDocument()) {
      PdfRendererBuilder builder = new PdfRendererBuilder();
      builder.usePDDocument(document).withHtmlContent(page, null);
      for (ExternalResourceControlPriority when : ExternalResourceControlPriority.values()) {
        builder.useExternalResourceAccessControl((uri, type) -> uri.startsWith("data:"), when);
      }
      fonts.addTo(builder, document);
      Archival.prepare(builder);
      try (PdfBoxRenderer renderer = builder.buildPdfRenderer()) {
        renderer.layout();
        renderer.createPDFWithoutClosing();
        document.setDocumentInformation(information);
        Archival.describe(document, information, joinsLetters(page));
        document.setDocumentId(ByteBuffer.wrap(Sha256.of(page.getBytes(UTF_8))).getLong());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(1 << 16);
        document.save(bytes);
        return bytes.toByteArray();
      }
    }
  }

  private static boolean joinsLetters(String page) {
    return page.codePoints()
        .anyMatch(c -> Character.UnicodeScript.of(c) == Character.UnicodeScript.DEVANAGARI);
  }

  private static PDDocumentInformation information(String title, String author, LocalDate dated) {
    PDDocumentInformation information = new PDDocumentInformation();
    information.setTitle(title);
    information.setAuthor(author);
    information.setProducer("Dunwell");
    information.setCreationDate(
        GregorianCalendar.from(dated.atStartOfDay().atZone(ZoneOffset.UTC)));
    return information;
  }
}
