package io.dunwell.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class DocumentsTests {

  private static final Actor CLERK = new Actor("billing");

  @Autowired private Documents documents;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private Clock clock;

  @Test
  void theSameContentIsKeptOnceUnderManyNames() {
    byte[] pdf = "%PDF-1.7 an invoice".getBytes(StandardCharsets.US_ASCII);
    DocumentId one = documents.store(pdf, "C:\\scans\\INV-1.pdf", Subject.invoice("INV-1"), CLERK);
    DocumentId same = documents.store(pdf, "INV-1.pdf", Subject.invoice("INV-1"), CLERK);
    DocumentId other = documents.store(pdf, "copy.pdf", null, CLERK);
    assertThat(same).isEqualTo(one);
    assertThat(other).isNotEqualTo(one);
    assertThat(jdbc.queryForObject("select count(*) from documents.content", Long.class))
        .isEqualTo(1);
    assertThat(documents.view(one).name()).isEqualTo("INV-1.pdf");
    assertThat(documents.view(one).mediaType()).isEqualTo("application/pdf");
    assertThat(documents.read(other)).isEqualTo(pdf);
    assertThat(documents.filed("invoice", List.of("INV-1", "INV-2"))).containsOnlyKeys("INV-1");
  }

  @Test
  void whatAFileIsIsFoundByLookingAtIt() {
    DocumentId html =
        documents.store("<html><script>".getBytes(StandardCharsets.UTF_8), "x.pdf", null, CLERK);
    assertThat(documents.view(html).mediaType()).isEqualTo("text/plain");
    assertThatThrownBy(
            () -> documents.store(new byte[] {'M', 'Z', 0, 1}, "invoice.pdf", null, CLERK))
        .isInstanceOf(RuleViolation.class);
    assertThatThrownBy(() -> documents.store(new byte[0], "invoice.pdf", null, CLERK))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void aHoldOutlastsRetention() {
    DocumentId id =
        documents.store(
            "Received in full".getBytes(StandardCharsets.US_ASCII), "proof.txt", null, CLERK);
    LocalDate later = LocalDate.now(clock).plusYears(9);
    documents.hold(id, true, new Actor("legal"));
    assertThat(documents.endRetention(later)).isZero();
    documents.hold(id, false, new Actor("legal"));
    assertThat(documents.endRetention(later)).isEqualTo(1);
    assertThat(documents.view(id).readable()).isFalse();
    assertThatThrownBy(() -> documents.read(id)).isInstanceOf(RuleViolation.class);
  }
}
