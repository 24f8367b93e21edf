package io.dunwell.correspondence;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.pdmodel.graphics.state.PDExtendedGraphicsState;
import org.apache.pdfbox.util.Matrix;
import org.springframework.core.io.ClassPathResource;

/** Writes words across every page of a copy of a PDF; the original stays as it is. */
public final class PdfMark {

  private static final Color RED = new Color(180, 35, 24);
  private static final int SLOPE = 32;

  private PdfMark() {}

  /**
   * A marked copy.
   *
   * @param lines what it says, the first line large, in letters that need no joining
   */
  public static byte[] across(byte[] pdf, List<String> lines) {
    try (PDDocument document = Loader.loadPDF(pdf);
        InputStream face = new ClassPathResource("fonts/NotoSans-Bold.ttf").getInputStream()) {
      PDFont font = PDType0Font.load(document, face);
      for (PDPage page : document.getPages()) {
        write(document, page, font, lines);
      }
      ByteArrayOutputStream marked = new ByteArrayOutputStream(pdf.length + (1 << 15));
      document.save(marked);
      return marked.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PDDocument document, PDPage page, PDFont font, List<String> lines)
      throws IOException {
    PDRectangle box = page.getCropBox();
    int size = 78;
    int below = 0;
    try (PDPageContentStream out =
        new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
      PDExtendedGraphicsState faint = new PDExtendedGraphicsState();
      faint.setNonStrokingAlphaConstant(0.35f);
      out.setGraphicsStateParameters(faint);
      out.setNonStrokingColor(RED);
      for (String line : lines) {
        Matrix at = new Matrix();
        at.translate(
            box.getLowerLeftX() + box.getWidth() / 2, box.getLowerLeftY() + box.getHeight() / 2);
        at.rotate(Math.toRadians(SLOPE));
        at.translate(-font.getStringWidth(line) / 1000 * size / 2, -below);
        out.beginText();
        out.setFont(font, size);
        out.setTextMatrix(at);
        out.showText(line);
        out.endText();
        size = 22;
        below += 34;
      }
    }
  }
}
