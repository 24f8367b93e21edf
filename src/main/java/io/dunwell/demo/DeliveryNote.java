package io.dunwell.demo;

import io.dunwell.shared.Words;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDType1Font;
import org.apache.pdfbox.pdmodel.font.Standard14Fonts;

/** A delivery note as somebody at the customer's gate signed it. */
final class DeliveryNote {

  private static final int LEFT = 64;
  private static final PDType1Font PRINT = new PDType1Font(Standard14Fonts.FontName.HELVETICA);
  private static final PDType1Font BOLD = new PDType1Font(Standard14Fonts.FontName.HELVETICA_BOLD);
  private static final PDType1Font PEN = new PDType1Font(Standard14Fonts.FontName.TIMES_ITALIC);

  private DeliveryNote() {}

  static byte[] signed(String number, String contract, LocalDate on, List<String> lines) {
    try (PDDocument pdf = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      pdf.addPage(page);
      try (PDPageContentStream pen = new PDPageContentStream(pdf, page)) {
        write(pen, BOLD, 20, 760, "Delivery note " + number);
        write(pen, PRINT, 11, 734, "Contract " + contract + ", delivered on " + Words.day(on));
        int y = 690;
        for (String line : lines) {
          int space = line.indexOf(' ');
          write(pen, PRINT, 11, y, line.substring(space + 1) + " x " + line.substring(0, space));
          y -= 18;
        }
        write(pen, PRINT, 11, y - 40, "Received complete and in good order.");
        write(pen, PEN, 22, y - 84, "R. Menon, stores");
        write(pen, PRINT, 9, y - 104, "Signature of the receiver, " + Words.day(on));
      }
      ByteArrayOutputStream out = new ByteArrayOutputStream();
      pdf.save(out);
      return out.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(PDPageContentStream pen, PDType1Font font, int size, int y, String text)
      throws IOException {
    pen.beginText();
    pen.setFont(font, size);
    pen.newLineAtOffset(LEFT, y);
    pen.showText(text);
    pen.endText();
  }
}
