package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EinvoiceReaderTests {

  private static final OfficialRules RULES = new OfficialRules();

  private final EinvoiceReader reader = new EinvoiceReader(RULES);

  @ParameterizedTest
  @ValueSource(strings = {"peppol", "peppol-snippets", "ubl", "cii"})
  void everyOfficialExampleIsRead(String folder) {
    assertThat(refusals(folder)).isEmpty();
  }

  @Test
  void theOfficialSuiteOfXrechnungIsReadButForTheOneThatExtendsTheStandard() {
    assertThat(refusals("xrechnung"))
        .containsOnlyKeys("itplr-kosit__04.05a-INVOICE_uncefact.xml")
        .hasSize(1);
  }

  @Test
  void everyDocumentInTheCorpussFailFolderIsRefused() {
    List<Path> files = SharedEinvoices.in("zugferd-fail");

    assertThat(files).hasSize(13);
    assertThat(refusals("zugferd-fail")).hasSameSizeAs(files);
  }

  @Test
  void hybridPdfsOfTheCorpusAreReadUnlessTheyAreNoInvoicesOfTheStandard() {
    Map<String, String> refusals = refusals("zugferd");

    assertThat(SharedEinvoices.in("zugferd").size() - refusals.size()).isGreaterThanOrEqualTo(18);
    assertThat(refusals)
        .allSatisfy(
            (name, code) -> {
              if (name.contains("__v1_")) {
                assertThat(code).isEqualTo("einvoice.format-unknown");
              } else if (name.contains("MINIMUM")) {
                assertThat(code).isEqualTo("einvoice.profile-incomplete");
              } else {
                assertThat(code).isEqualTo("einvoice.invalid");
              }
            });
  }

  @Test
  void ordersAreNoInvoices() {
    assertThat(refusals("msft-bc"))
        .containsEntry(
            "microsoft__peppol_peppol-order-typecode-221.xml", "einvoice.format-unknown");
  }

  @Test
  void whatWeWriteWeRead() {
    Ubl ubl = new Ubl(RULES);
    FacturX facturX = new FacturX(ubl, RULES);
    for (EinvoiceDocument document : Samples.european()) {
      Money due = document.positive().due();
      assertThat(reader.read(ubl.write(document)).due()).isEqualTo(due);
      ReceivedEinvoice received = reader.read(facturX.cii(document));
      assertThat(received.due()).isEqualTo(due);
      assertThat(received.number()).isEqualTo(document.number());
      assertThat(received.issuedOn()).isEqualTo(document.issuedOn());
      assertThat(received.buyer()).isEqualTo(document.buyer().legalName());
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><x>&e;</x>",
        "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;\">]><x>&b;</x>",
        "<!DOCTYPE x SYSTEM \"http://127.0.0.1:1/evil.dtd\"><x/>",
        "<x>",
        ""
      })
  void nothingIsFetchedOrUnfolded(String xml) {
    assertThatThrownBy(() -> reader.read(xml.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refusal -> assertThat(refusal.code()).isEqualTo("einvoice.malformed"));
  }

  @Test
  void whatIsHugeOrBottomlessIsRefused() {
    String ubl = "<Invoice xmlns=\"urn:oasis:names:specification:ubl:schema:xsd:Invoice-2\">";
    StringBuilder laughs = new StringBuilder("<!DOCTYPE x [<!ENTITY l0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY l%d \"%s\">".formatted(i, ("&l" + (i - 1) + ";").repeat(10)));
    }
    for (String xml :
        List.of(
            laughs + "]><x>&l9;</x>",
            ubl + "<x>".repeat(50_000) + "</x>".repeat(50_000) + "</Invoice>",
            ubl + "<x/>".repeat(6_000_000) + "</Invoice>")) {
      assertThatThrownBy(() -> reader.read(xml.getBytes(StandardCharsets.UTF_8)))
          .extracting("code")
          .isEqualTo("einvoice.malformed");
    }
  }

  @Test
  void aBrokenPdfIsRefused() {
    assertThatThrownBy(() -> reader.read("%PDF-1.7 nothing".getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refusal -> assertThat(refusal.code()).isEqualTo("einvoice.malformed"));
  }

  private Map<String, String> refusals(String folder) {
    Map<String, String> refusals = new TreeMap<>();
    for (Path file : SharedEinvoices.in(folder)) {
      try {
        assertThat(reader.read(SharedEinvoices.bytes(file)).number()).isNotEmpty();
      } catch (RuleViolation refusal) {
        refusals.put(file.getFileName().toString(), refusal.code());
      }
    }
    return refusals;
  }
}
