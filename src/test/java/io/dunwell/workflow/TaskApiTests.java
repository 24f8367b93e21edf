package io.dunwell.workflow;

import static io.dunwell.ScriptToken.csrf;
import static org.hamcrest.Matchers.contains;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.dunning.DailyRuns;
import io.dunwell.party.CustomerId;
import io.dunwell.resolution.Contacts;
import io.dunwell.resolution.Debtors;
import io.dunwell.shared.Actor;
import java.time.Clock;
import java.time.LocalDate;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** A person's task by REST: taken, given back, taken again, done. */
@DunwellTest
class TaskApiTests {

  private static final RequestPostProcessor COLLECTOR = user("collector").roles("COLLECTOR");

  @Autowired Debtors debtors;
  @Autowired DailyRuns runs;
  @Autowired Tasks tasks;
  @Autowired Contacts contacts;
  @Autowired MockMvc web;
  @Autowired Clock clock;

  private CustomerId lotus;
  private String call = "";

  @BeforeEach
  void aCallIsDue() {
    LocalDate today = LocalDate.now(clock);
    lotus = debtors.customer("L-1");
    debtors.owes(lotus, "INV-1", "700.00", today.minusDays(17));
    for (int days = 14; days >= 0; days--) {
      runs.runNow(today.minusDays(days), Actor.SYSTEM);
    }
    call = tasks.waiting("callCustomer", 2).get(0).id().value();
  }

  @Test
  void aTaskIsTakenGivenBackTakenAgainAndDone() throws Exception {
    web.perform(get("/api/tasks").with(COLLECTOR))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].groups", contains("collector")));
    does(post(path("claim"))).andExpect(status().isNoContent());
    assignee("collector");
    does(delete(path("claim"))).andExpect(status().isNoContent());
    assignee(null);
    answers("{\"outcome\": \"no-answer\"}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("task.not-claimed"));
    does(post(path("claim"))).andExpect(status().isNoContent());

    answers("{\"outcome\": \"promise\"}")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("answer.missing"));
    answers("{\"outcome\": \"no-answer\", \"note\": \"Nobody there\"}")
        .andExpect(status().isNoContent());

    Assertions.assertThat(contacts.ofCustomer(lotus)).hasSize(1);
    web.perform(get("/api/tasks/" + call).with(COLLECTOR))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("task.already-done"));
    web.perform(get("/api/tasks").with(COLLECTOR)).andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void anotherPersonCannotTakeOrFinishWhatIsTaken() throws Exception {
    does(post(path("claim"))).andExpect(status().isNoContent());

    web.perform(post(path("claim")).with(user("sales").roles("SALES")).with(csrf()))
        .andExpect(status().is4xxClientError());
    web.perform(
            post(path("completion"))
                .with(user("admin").roles("ADMIN"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"outcome\": \"no-answer\"}"))
        .andExpect(status().isConflict());
    assignee("collector");
  }

  private void assignee(@org.jspecify.annotations.Nullable String name) throws Exception {
    web.perform(get("/api/tasks/" + call).with(COLLECTOR))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.assignee").value(name));
  }

  private ResultActions answers(String json) throws Exception {
    return does(post(path("completion")).contentType(MediaType.APPLICATION_JSON).content(json));
  }

  private ResultActions does(MockHttpServletRequestBuilder request) throws Exception {
    return web.perform(request.with(COLLECTOR).with(csrf()));
  }

  private String path(String what) {
    return "/api/tasks/" + call + "/" + what;
  }
}
