package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.einvoice.OfficialRules.RuleSet;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class UblTests {

  private static final OfficialRules RULES = new OfficialRules();

  private final Ubl ubl = new Ubl(RULES);

  static List<EinvoiceDocument> european() {
    return Samples.european();
  }

  @ParameterizedTest
  @MethodSource("european")
  void everySortOfDocumentKeepsTheRulesOfPeppolWithoutAWarning(EinvoiceDocument document) {
    byte[] xml = ubl.write(document);

    RuleSet rules =
        new String(xml, StandardCharsets.UTF_8).contains("<CreditNote")
            ? RuleSet.PEPPOL_CREDIT_NOTE
            : RuleSet.PEPPOL_INVOICE;
    assertThat(RULES.broken(HardenedXml.parse(xml), rules)).isEmpty();
  }
}
