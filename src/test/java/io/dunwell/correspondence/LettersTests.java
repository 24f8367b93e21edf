package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class LettersTests {

  @Autowired private Letters letters;
  @Autowired private JdbcTemplate jdbc;

  @Test
  void aLetterKeepsItsExactBytesAndTheirHash() {
    LetterId id = letters.write(Samples.letter(LetterTemplate.FINAL_NOTICE, "hi-IN", "INR"));
    byte[] html = letters.html(id);
    assertThat(new String(html, StandardCharsets.UTF_8)).contains("INV-2026-00017");
    LetterView view = letters.view(id);
    assertThat(view.state()).isEqualTo(DispatchState.RESERVED);
    assertThat(view.htmlSha256()).isEqualTo(java.util.HexFormat.of().formatHex(Sha256.of(html)));
    assertThat(letters.pdf(id)).startsWith('%', 'P', 'D', 'F').isEqualTo(letters.pdf(id));
    assertThat(letters.eml(id)).isEqualTo(letters.eml(id));
  }

  @Test
  void aCustomerGetsOneLetterADayAndCurrency() {
    NewLetter letter = Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR");
    LetterId first = letters.write(letter);
    assertThatThrownBy(() -> letters.write(letter))
        .isInstanceOfSatisfying(
            RuleViolation.class,
            refusal -> assertThat(refusal.code()).isEqualTo("letter.already-today"));
    letters.withdraw(first, "The payment had arrived.", new Actor("manager"));
    assertThat(letters.view(first).state()).isEqualTo(DispatchState.WITHDRAWN);
    assertThat(letters.html(first)).isNotEmpty();
    assertThat(letters.write(letter)).isNotEqualTo(first);
  }

  @Test
  void nothingChangesAWrittenLetter() {
    LetterId id = letters.write(Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR"));
    assertThatThrownBy(
            () -> jdbc.update("update correspondence.letter set html = ?", new byte[] {1}))
        .isInstanceOf(DataAccessException.class);
    assertThatThrownBy(() -> jdbc.update("delete from correspondence.letter"))
        .isInstanceOf(DataAccessException.class);
    assertThat(letters.view(id).readable()).isTrue();
  }

  @Test
  void bytesGoWhenRetentionEndsUnlessSomebodyHoldsThemAndTheHashStays() {
    LetterId gone = letters.write(Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR"));
    LetterId held = letters.write(Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR"));
    letters.hold(held, true, new Actor("legal"));
    assertThat(letters.endRetention(Samples.TODAY.plusYears(8).minusDays(1))).isZero();
    assertThat(letters.endRetention(Samples.TODAY.plusYears(8))).isEqualTo(1);
    assertThat(letters.view(gone).readable()).isFalse();
    assertThat(letters.view(gone).htmlSha256()).hasSize(64);
    assertThatThrownBy(() -> letters.html(gone)).isInstanceOf(RuleViolation.class);
    assertThat(letters.html(held)).isNotEmpty();
  }

  @Test
  void manyLettersAreWrittenInOneGo() {
    List<NewLetter> many = new ArrayList<>();
    for (int i = 0; i < 2000; i++) {
      many.add(Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR"));
    }
    long start = System.nanoTime();
    assertThat(letters.writeAll(many)).hasSize(2000).doesNotHaveDuplicates();
    System.out.println("2000 letters in ms: " + (System.nanoTime() - start) / 1_000_000);
    assertThat(letters.counts()).containsEntry(DispatchState.RESERVED, 2000L);
    assertThat(letters.list(LetterQuery.ALL, null, 1, 50).total()).isEqualTo(2000);
    assertThat(letters.list(LetterQuery.ALL, "-customer", 1, 50).content()).hasSize(50);
  }
}
