package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.ForTheArchive;
import java.io.IOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfPrinterTests {

  private final LetterPrinter printer = new LetterPrinter(new Wordings());
  private final PdfPrinter pdfs = new PdfPrinter();

  @Test
  void theSameLetterGivesTheSameBytes() {
    assertThat(pdf(LetterTemplate.REMINDER, "en-IN", "INR"))
        .isEqualTo(pdf(LetterTemplate.REMINDER, "en-IN", "INR"));
  }

  @Test
  void everyLetterIsForTheArchive() {
    ForTheArchive.assertThatItIs(pdf(LetterTemplate.REMINDER, "en-IN", "INR"));
    ForTheArchive.assertThatItIs(pdf(LetterTemplate.FINAL_NOTICE, "hi-IN", "INR"));
    ForTheArchive.assertThatItIs(pdf(LetterTemplate.STATEMENT, "de-DE", "EUR"));
  }

  @Test
  void rupeesAndDevanagariArePrintedWithEmbeddedFonts() throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf(LetterTemplate.FINAL_NOTICE, "hi-IN", "INR"))) {
      String text = new PDFTextStripper().getText(document);
      assertThat(text).contains("₹12,92,640.67").contains("INV-2026-00017").contains("बकाया");
      for (COSName name : document.getPage(0).getResources().getFontNames()) {
        assertThat(document.getPage(0).getResources().getFont(name).isEmbedded()).isTrue();
      }
    }
  }

  @Test
  void aLongStatementRunsOverPages() throws IOException {
    NewLetter letter =
        Samples.letter(LetterTemplate.STATEMENT, "en-IN", Samples.manyLines(120, "INR"), null);
    try (PDDocument document = Loader.loadPDF(pdf(letter))) {
      assertThat(document.getNumberOfPages()).isBetween(3, 6);
      assertThat(new PDFTextStripper().getText(document)).contains("INV-1000", "INV-1119");
    }
  }

  @Test
  void namesFromTroubledFilesDoNotStopALetter() throws IOException {
    LetterFacts facts =
        LetterFacts.of(
            Samples.addressee("A\u0001B\uD800 \u4e2d & <b>"),
            Samples.facts("INR", LetterTemplate.REMINDER).raised(),
            java.util.Currency.getInstance("INR"));
    NewLetter letter = Samples.letter(LetterTemplate.REMINDER, "en-IN", facts, null);
    try (PDDocument document = Loader.loadPDF(pdf(letter))) {
      assertThat(new PDFTextStripper().getText(document)).contains("& <b>");
    }
  }

  private byte[] pdf(LetterTemplate template, String language, String currency) {
    return pdf(Samples.letter(template, language, currency));
  }

  private byte[] pdf(NewLetter letter) {
    FrozenLetter frozen = LetterPrinterTests.frozen(letter);
    return pdfs.archive(printer.page(frozen), printer.subject(frozen), "Konkan", frozen.dated());
  }
}
