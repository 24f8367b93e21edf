package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class PdfMarkTests {

  @Test
  void aMarkStandsAcrossEveryPageOfTheCopyAndTheOriginalHasNone() throws IOException {
    ByteArrayOutputStream original = new ByteArrayOutputStream();
    try (PDDocument document = new PDDocument()) {
      document.addPage(new PDPage());
      document.addPage(new PDPage());
      document.save(original);
    }
    byte[] marked =
        PdfMark.across(original.toByteArray(), List.of("CANCELLED", "22 November 2026"));
    try (PDDocument document = Loader.loadPDF(marked)) {
      for (int page = 1; page <= 2; page++) {
        PDFTextStripper text = new PDFTextStripper();
        text.setStartPage(page);
        text.setEndPage(page);
        assertThat(text.getText(document).replaceAll("\\s", ""))
            .isEqualTo("CANCELLED22November2026");
      }
    }
    assertThat(new String(original.toByteArray(), StandardCharsets.ISO_8859_1))
        .doesNotContain("/Font");
  }
}
