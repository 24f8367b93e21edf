package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.einvoice.OfficialRules.RuleSet;
import io.dunwell.tax.DocumentKind;
import io.dunwell.tax.Supply;
import io.dunwell.tax.TaxCategory;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class UnitCodesTests {

  /** Every unique quantity code there is (GST portal, list of UQC). */
  private static final String UQC =
      "BAG BAL BDL BKL BOX BTL BUN CAN CBM CCM CMS CTN DOZ DRM GGK GMS GRS GYD KGS KLR KME LTR MLT"
          + " MTR MTS NOS OTH PAC PCS PRS QTL ROL SET SQF SQM SQY TBS TGM THD TON TUB UGS UNT YDS";

  @Test
  void whatPeopleWriteIsUnderstood() {
    assertThat(UnitCodes.uqc("Kgs")).isEqualTo("KGS");
    assertThat(UnitCodes.uqc("metres")).isEqualTo("MTR");
    assertThat(UnitCodes.uqc("hours")).isEqualTo("OTH");
    assertThat(UnitCodes.unece("bales")).isEqualTo("XBL");
    assertThat(UnitCodes.unece("KGS")).isEqualTo("KGM");
    assertThat(UnitCodes.unece("fathom")).isEqualTo("C62");
    assertThat(UnitCodes.uqc("fathom")).isEqualTo("OTH");
  }

  @Test
  void whoeverWritesACodeOfTheTaxOfficeMeansIt() {
    for (String code : UQC.split(" ", -1)) {
      assertThat(UnitCodes.uqc(code)).as(code).isEqualTo(code);
    }
  }

  @Test
  void everyCodeOfOursIsOneOfEurope() {
    OfficialRules rules = new OfficialRules();
    EinvoiceLine[] lines =
        Arrays.stream(UQC.split(" ", -1)).map(code -> line(code)).toArray(EinvoiceLine[]::new);
    byte[] xml =
        new Ubl(rules)
            .unchecked(
                Samples.vat(
                    DocumentKind.INVOICE,
                    Supply.REGULAR,
                    Samples.buyer("DE", "DE811569869"),
                    lines));

    assertThat(rules.broken(HardenedXml.parse(xml), RuleSet.PEPPOL_INVOICE))
        .extracting(BrokenRule::rule)
        .doesNotContain("BR-CL-23");
  }

  /** Those of the official samples that are about one thing are kept as they are. */
  @Test
  void codesOfTheOfficialSamplesAreKept() throws IOException {
    Set<String> lost = new TreeSet<>();
    for (var file : SharedEinvoices.in("peppol")) {
      Matcher unit = Pattern.compile("unitCode=\"([^\"]+)\"").matcher(Files.readString(file));
      while (unit.find()) {
        if (!UnitCodes.unece(unit.group(1)).equals(unit.group(1))) {
          lost.add(unit.group(1));
        }
      }
    }
    assertThat(lost).isSubsetOf("XPP", "XPX", "KWT", "KW");
  }

  private static EinvoiceLine line(String unit) {
    EinvoiceLine line = Samples.vatLine(1, "1", "10", "0", TaxCategory.STANDARD, "19");
    return new EinvoiceLine(
        line.number(),
        line.name(),
        line.description(),
        line.taxCode(),
        line.service(),
        line.quantity(),
        unit,
        line.unitPrice(),
        line.discount(),
        line.tax());
  }
}
