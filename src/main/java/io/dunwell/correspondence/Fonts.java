package io.dunwell.correspondence;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PDFontSupplier;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.springframework.core.io.ClassPathResource;

/** The fonts of all letters, parsed once. One document at a time may use a set of them. */
final class Fonts {

  private record Face(String family, int weight, TrueTypeFont font) {}

  private final List<Face> faces =
      List.of(
          face("Noto Sans", 400, "NotoSans-Regular"),
          face("Noto Sans", 700, "NotoSans-Bold"),
          face("Noto Sans Devanagari", 400, "NotoSansDevanagari-Regular"),
          face("Noto Sans Devanagari", 700, "NotoSansDevanagari-Bold"));

  void addTo(PdfRendererBuilder builder, PDDocument document) {
    for (Face face : faces) {
      builder.useFont(
          new Embedded(document, face.font()),
          face.family(),
          face.weight(),
          FontStyle.NORMAL,
          true);
    }
  }

  private static Face face(String family, int weight, String file) {
    try (InputStream bytes = new ClassPathResource("fonts/" + file + ".ttf").getInputStream()) {
      return new Face(
          family, weight, new TTFParser().parse(new RandomAccessReadBuffer(bytes.readAllBytes())));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Embeds a font into a document when its first glyph is needed. */
  private static final class Embedded extends PDFontSupplier {

    private final PDDocument document;
    private final TrueTypeFont font;

    Embedded(PDDocument document, TrueTypeFont font) {
      super(null);
      this.document = document;
      this.font = font;
    }

    @Override
    public PDFont supply() {
      try {
        return PDType0Font.load(document, font, true);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }
}
