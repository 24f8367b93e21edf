package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.io.RandomAccessReadBuffer;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.io.ClassPathResource;

/** A one-page letter with its statement against PDFBox alone writing the same text. */
@Tag("bench")
class PdfBench {

  private static final int WARM_UP = 200;
  private static final int MEASURED = 200;

  private final LetterPrinter printer = new LetterPrinter(new Wordings());
  private final PdfPrinter pdfs = new PdfPrinter();

  @Test
  void aLetterTakesAtMostFiveTimesWhatPdfBoxAloneTakes() throws IOException {
    FrozenLetter letter =
        LetterPrinterTests.frozen(
            Samples.letter(LetterTemplate.REMINDER, "en-IN", Samples.manyLines(12, "INR"), null));
    List<String> lines;
    try (PDDocument document = Loader.loadPDF(print(letter))) {
      lines = new PDFTextStripper().getText(document).lines().toList();
    }
    List<TrueTypeFont> fonts = List.of(font("NotoSans-Regular"), font("NotoSans-Bold"));
    long ours = mean(() -> print(letter));
    long alone = mean(() -> alone(lines, fonts));
    System.out.printf(
        "PDF of a letter: %.1f ms, PDFBox alone: %.1f ms, ratio %.2f (goal 5)%n",
        ours / 1e6, alone / 1e6, (double) ours / alone);
    assertThat(ours).isLessThanOrEqualTo(alone * 5);
  }

  private byte[] print(FrozenLetter letter) {
    return pdfs.archive(printer.page(letter), printer.subject(letter), "Konkan", letter.dated());
  }

  private static byte[] alone(List<String> lines, List<TrueTypeFont> fonts) throws IOException {
    try (PDDocument document = new PDDocument()) {
      PDPage page = new PDPage(PDRectangle.A4);
      document.addPage(page);
      PDFont regular = PDType0Font.load(document, fonts.get(0), true);
      PDFont bold = PDType0Font.load(document, fonts.get(1), true);
      try (PDPageContentStream out = new PDPageContentStream(document, page)) {
        float y = 800;
        for (String line : lines) {
          out.beginText();
          out.setFont(line.contains("₹") ? bold : regular, 8);
          out.newLineAtOffset(60, y);
          out.showText(line.replaceAll("\\p{Cntrl}", " "));
          out.endText();
          y -= 11;
        }
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    }
  }

  /** The mean of the measured calls in nanoseconds. */
  private static long mean(Work work) throws IOException {
    for (int i = 0; i < WARM_UP; i++) {
      assertThat(work.run()).isNotEmpty();
    }
    long start = System.nanoTime();
    for (int i = 0; i < MEASURED; i++) {
      assertThat(work.run()).isNotEmpty();
    }
    return (System.nanoTime() - start) / MEASURED;
  }

  private static TrueTypeFont font(String name) throws IOException {
    try (InputStream in = new ClassPathResource("fonts/" + name + ".ttf").getInputStream()) {
      return new TTFParser().parse(new RandomAccessReadBuffer(in.readAllBytes()));
    }
  }

  private interface Work {
    byte[] run() throws IOException;
  }
}
