package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.pdfboxout.PdfRendererBuilder;
import io.dunwell.ForTheArchive;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.TaxComponent;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSArray;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class FacturXTests {

  private static final OfficialRules RULES = new OfficialRules();

  private final FacturX facturX = new FacturX(new Ubl(RULES), RULES);

  static List<EinvoiceDocument> european() {
    return Samples.european();
  }

  @ParameterizedTest
  @MethodSource("european")
  void everySortOfDocumentKeepsTheRulesOfEn16931(EinvoiceDocument document) {
    byte[] cii = facturX.cii(document);

    assertThat(RULES.broken(HardenedXml.parse(cii), OfficialRules.RuleSet.EN16931_CII))
        .filteredOn(BrokenRule::fatal)
        .isEmpty();
  }

  @Test
  void aPdfCarriesItsInvoiceAndIsReadAgain() throws Exception {
    EinvoiceDocument document = Samples.regular();

    byte[] hybrid = facturX.hybrid(pdf(), document);

    ForTheArchive.assertThatItIs(hybrid);
    assertThat(new EinvoiceReader(RULES).read(hybrid).due()).isEqualTo(document.due());
    try (PDDocument read = Loader.loadPDF(hybrid)) {
      assertThat(read.getNumberOfPages()).isEqualTo(1);
      COSArray associated =
          (COSArray)
              read.getDocumentCatalog()
                  .getCOSObject()
                  .getDictionaryObject(COSName.getPDFName("AF"));
      assertThat(associated.size()).isEqualTo(1);
      String xmp =
          new String(read.getDocumentCatalog().getMetadata().toByteArray(), StandardCharsets.UTF_8);
      assertThat(xmp)
          .contains("<pdfaid:part>3</pdfaid:part>")
          .contains("<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>")
          .contains("<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>");
    }
  }

  @Test
  void taxesThatEuropeDoesNotKnowAreRefused() {
    assertThat(IndianSamples.goodsWithinTheState().tax(TaxComponent.CGST).isPositive()).isTrue();
    assertThatThrownBy(() -> facturX.cii(IndianSamples.goodsWithinTheState()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("einvoice.not-vat"));
  }

  private static byte[] pdf() throws Exception {
    File font;
    try (var fonts = Files.list(Path.of("src/main/resources/fonts"))) {
      font =
          fonts
              .filter(file -> file.toString().endsWith(".ttf"))
              .sorted()
              .findFirst()
              .orElseThrow()
              .toFile();
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    PdfRendererBuilder builder = new PdfRendererBuilder();
    builder.usePdfAConformance(PdfRendererBuilder.PdfAConformance.PDFA_3_U);
    builder.useColorProfile(ICC_Profile.getInstance(ColorSpace.CS_sRGB).getData());
    builder.useFont(font, "plain", 400, FontStyle.NORMAL, true);
    builder.withHtmlContent(
        "<html lang='de'><head><title>R</title></head>"
            + "<body style='font-family: plain'>Rechnung</body></html>",
        null);
    builder.toStream(out);
    builder.run();
    return out.toByteArray();
  }
}
