package io.dunwell.correspondence;

import static io.dunwell.ScriptToken.csrf;
import static io.dunwell.resolution.Debtors.INR;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.party.CustomerId;
import io.dunwell.resolution.Debtors;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

/** Letters that people write. */
@DunwellTest
class ManualLetterTests {

  private static final Actor COLLECTOR = new Actor("collector");

  @Autowired Debtors debtors;
  @Autowired ManualLetters manual;
  @Autowired Letters letters;
  @Autowired MockMvc web;
  @Autowired Clock clock;

  private LocalDate today = LocalDate.EPOCH;
  private CustomerId lotus;

  @BeforeEach
  void lotusIsLate() {
    today = LocalDate.now(clock);
    lotus = debtors.customer("L-1");
    debtors.owes(lotus, "INV-1", "700.00", today.minusDays(12));
    debtors.owes(lotus, "INV-2", "300.00", today.plusDays(12));
  }

  @Test
  void aLetterSaysWhatItsWriterSaysAndShowsWhatIsOpen() {
    LetterId id = manual.write(letter("manual", "Our call", "As agreed.\n\nThank you."), COLLECTOR);

    LetterView view = letters.view(id);
    assertThat(view.state()).isEqualTo(DispatchState.RESERVED);
    assertThat(view.dated()).isEqualTo(today);
    assertThat(view.toAddress()).isEqualTo("rao@lotus.example");
    assertThat(view.subject()).contains("Our call");
    assertThat(new String(letters.html(id), java.nio.charset.StandardCharsets.UTF_8))
        .contains("As agreed.", "INV-1", "INV-2");
    assertThat(letters.pdf(id))
        .startsWith("%PDF".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
  }

  @Test
  void itCountsForTheIntervalOfTheChase() throws Exception {
    manual.write(letter("manual", "Our call", "As agreed."), COLLECTOR);

    web.perform(
            get("/api/dunning/why?invoiceNumber=INV-1&date=" + today)
                .with(user("auditor").roles("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.code").value("interval.not-over"));
  }

  @Test
  void whatIsNoLetterIsRefusedWithAReason() {
    refuses(letter("reminder", "Hello", "Text"), "letter.template");
    refuses(letter("manual", "", "Text"), "letter.subject");
    refuses(letter("manual", "Hello\r\nBcc: all@example.com", "Text"), "letter.subject");
    refuses(letter("manual", "Hello", " "), "letter.text");
    refuses(
        new ManualLetter("L-1", INR, "manual", "Hello", "Text", null, "a@b.example, c@d.example"),
        "letter.address");
    refuses(new ManualLetter("X", INR, "manual", "Hello", "Text", null, null), "customer.unknown");
  }

  @Test
  void oneADayIsEnough() {
    manual.write(letter("statement", null, null), COLLECTOR);

    refuses(letter("manual", "Hello", "Text"), "letter.already-today");
  }

  @Test
  void itIsWrittenOverHttpByThoseWhoMay() throws Exception {
    String body =
        """
        {"customer": "L-1", "currency": "INR", "template": "manual", "language": "de",
         "subject": "Unser Gespräch", "text": "Wie besprochen."}
        """;
    write("auditor", "AUDITOR", body).andExpect(status().isForbidden());
    write("collector", "COLLECTOR", body)
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.state").value("RESERVED"))
        .andExpect(jsonPath("$.language").value("de"))
        .andExpect(jsonPath("$.subject").value(containsString("Unser Gespräch")));
    write("collector", "COLLECTOR", body)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("letter.already-today"));
  }

  private ResultActions write(String name, String role, String body) throws Exception {
    return web.perform(
        post("/api/letters")
            .with(user(name).roles(role))
            .with(csrf())
            .contentType(MediaType.APPLICATION_JSON)
            .content(body));
  }

  private void refuses(ManualLetter letter, String code) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(() -> manual.write(letter, COLLECTOR))
        .satisfies(refused -> assertThat(refused.code()).isEqualTo(code));
  }

  private static ManualLetter letter(
      String template, @Nullable String subject, @Nullable String text) {
    return new ManualLetter("L-1", INR, template, subject, text, Locale.ENGLISH, null);
  }
}
