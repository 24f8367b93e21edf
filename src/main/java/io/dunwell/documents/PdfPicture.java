package io.dunwell.documents;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.util.Optional;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;

/** Draws a page of a PDF. */
final class PdfPicture {

  private static final int TALLEST = 4000;

  private PdfPicture() {}

  static int pages(byte[] content) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      return Math.max(1, pdf.getNumberOfPages());
    }
  }

  static Optional<Preview> of(byte[] content, int page, int width) throws IOException {
    try (PDDocument pdf = Loader.loadPDF(content)) {
      int pages = pdf.getNumberOfPages();
      if (page >= pages) {
        return Optional.empty();
      }
      PDRectangle box = pdf.getPage(page).getCropBox();
      int turn = pdf.getPage(page).getRotation() % 180;
      // points are floats by the library's interface; nothing here is money
      int wide = Math.round(turn == 0 ? box.getWidth() : box.getHeight());
      int tall = Math.round(turn == 0 ? box.getHeight() : box.getWidth());
      if (wide <= 0 || tall <= 0 || (long) tall * width / wide > TALLEST) {
        return Optional.empty();
      }
      PDFRenderer renderer = new PDFRenderer(pdf);
      renderer.setSubsamplingAllowed(true);
      BufferedImage drawn =
          renderer.renderImageWithDPI(page, Math.max(1, 72 * width / wide), ImageType.RGB);
      return Optional.of(new Preview(Picture.png(drawn), pages));
    }
  }
}
