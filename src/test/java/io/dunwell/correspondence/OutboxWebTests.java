package io.dunwell.correspondence;

import static io.dunwell.ScriptToken.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import java.time.Clock;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DunwellTest
class OutboxWebTests {

  private static final RequestPostProcessor MANAGER = user("manager").roles("MANAGER");
  private static final RequestPostProcessor AUDITOR = user("auditor").roles("AUDITOR");

  @Autowired private MockMvc web;
  @Autowired private Letters letters;
  @Autowired private Outbox outbox;
  @Autowired private Clock clock;

  @Test
  void theOutboxShowsEveryLetterAsItWouldLook() throws Exception {
    LetterId id = letters.write(Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR"));
    web.perform(get("/outbox").with(MANAGER))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("No mail server is configured")))
        .andExpect(content().string(containsString("/outbox/" + id)));
    web.perform(get("/outbox/" + id).with(MANAGER))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("<iframe")));
    web.perform(get("/outbox/" + id + "/html").with(MANAGER))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
        .andExpect(content().string(containsString("INV-2026-00017")));
    web.perform(get("/outbox?format=csv&sort=-customer").with(MANAGER))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("reminder")));
  }

  @Test
  void machinesReadAndDecideAndAuditorsOnlyRead() throws Exception {
    NewLetter sample = Samples.letter(LetterTemplate.REMINDER, "en-IN", "INR");
    LetterId id =
        letters.write(
            new NewLetter(
                sample.customer(),
                sample.currency(),
                LocalDate.now(clock),
                sample.template(),
                sample.language(),
                sample.toAddress(),
                sample.facts(),
                sample.by()));
    outbox.claim("dead");
    outbox.interrupted("dead");
    web.perform(get("/outbox").with(MANAGER))
        .andExpect(content().string(containsString("please decide")));
    web.perform(get("/api/letters?state=AMBIGUOUS&page=0&size=10").with(AUDITOR))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].state").value("AMBIGUOUS"));
    web.perform(get("/api/letters/" + id + "/eml").with(AUDITOR))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Security-Policy", containsString("sandbox")))
        .andExpect(content().string(containsString("Message-ID: <" + id)));
    String decision = "{\"resolution\": \"SENT\"}";
    web.perform(
            post("/api/letters/" + id + "/resolution")
                .with(AUDITOR)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(decision))
        .andExpect(status().isForbidden());
    web.perform(
            post("/api/letters/" + id + "/resolution")
                .with(MANAGER)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(decision))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.state").value("SENT"));
  }
}
