package io.dunwell.dunning;

import static io.dunwell.ScriptToken.csrf;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DunwellTest
class DunningApiTests {

  private static final LocalDate DAY = Story.DUE.plusDays(3);

  @Autowired Story story;
  @Autowired MockMvc web;

  @BeforeEach
  void oneInvoiceIsThreeDaysOverdue() {
    story.invoice(story.customer("C1"), "A", "1250.00", Story.DUE);
  }

  @Test
  void aRunIsStartedAndRefusedForAnEarlierDay() throws Exception {
    run(DAY, false)
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.status").value("FINISHED"))
        .andExpect(jsonPath("$.acted").value(1))
        .andExpect(jsonPath("$.stages[0].step").value("REMINDER"));
    run(DAY.minusDays(1), false)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("run.out-of-order"));
  }

  @Test
  void aNoticeShowsItsLinesWithTheLevelAfterTheAct() throws Exception {
    run(DAY, false);

    web.perform(
            get("/api/dunning/notices?from=" + DAY + "&to=" + DAY + "&page=0&size=10")
                .with(user("auditor").roles("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].customer").value("C1"))
        .andExpect(jsonPath("$.content[0].currency").value("EUR"))
        .andExpect(jsonPath("$.content[0].date").value(DAY.toString()))
        .andExpect(jsonPath("$.content[0].stage").value(1))
        .andExpect(jsonPath("$.content[0].channel").value("EMAIL"))
        .andExpect(jsonPath("$.content[0].status").value("DONE"))
        .andExpect(jsonPath("$.content[0].lines[0].invoiceNumber").value("A"))
        .andExpect(jsonPath("$.content[0].lines[0].level").value(1))
        .andExpect(jsonPath("$.content[0].lines[0].raised").value(true))
        .andExpect(jsonPath("$.content[0].lines[0].open").value("1250.00"))
        .andExpect(jsonPath("$.content[0].lines[0].daysOverdue").value(3));
  }

  @Test
  void casesAndReasonsCanBeAskedFor() throws Exception {
    run(DAY, false);

    web.perform(get("/api/dunning/cases?open=true").with(user("auditor").roles("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].customer").value("C1"))
        .andExpect(jsonPath("$.content[0].stage").value(1));
    web.perform(
            get("/api/dunning/why?invoiceNumber=A&date=" + DAY)
                .with(user("collector").roles("COLLECTOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.code").value("step.not-due"))
        .andExpect(jsonPath("$.items[0].level").value(1));
    web.perform(get("/api/dunning/why?invoiceNumber=none").with(user("auditor").roles("AUDITOR")))
        .andExpect(status().isNotFound());
  }

  @Test
  void onlyManagersAndAdministratorsRun() throws Exception {
    web.perform(
            post("/api/daily-runs")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"date\": \"" + DAY + "\"}")
                .with(user("auditor").roles("AUDITOR"))
                .with(csrf()))
        .andExpect(status().isForbidden());
  }

  private ResultActions run(LocalDate day, boolean dry) throws Exception {
    return web.perform(
        post("/api/daily-runs")
            .contentType(MediaType.APPLICATION_JSON)
            .content("{\"date\": \"" + day + "\", \"dryRun\": " + dry + "}")
            .with(user("manager").roles("MANAGER"))
            .with(csrf()));
  }
}
