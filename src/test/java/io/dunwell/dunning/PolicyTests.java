package io.dunwell.dunning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.ScriptToken;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@DunwellTest
class PolicyTests {

  private static final LocalDate DUE = Story.DUE;

  @Autowired Story story;
  @Autowired Policies policies;
  @Autowired PolicyShelf shelf;
  @Autowired Notices notices;
  @Autowired DailyRuns runs;
  @Autowired MockMvc web;
  @Autowired ObjectMapper json;

  @Test
  void theStandardPolicyIsTheLadderOfTheDesign() {
    Policy standard = shelf.on(DUE).named(null);

    assertThat(standard.levels())
        .extracting(Level::threshold)
        .containsExactly(3, 10, 17, 30, 45, 60);
    assertThat(standard.levels())
        .extracting(Level::stage)
        .containsExactly(
            Stage.REMINDER,
            Stage.SECOND_REMINDER,
            Stage.CALL,
            Stage.FINAL_NOTICE,
            Stage.MANAGEMENT_ESCALATION,
            Stage.LEGAL_REFERRAL);
    assertThat(standard.minimumInterval()).isEqualTo(5);
    assertThat(standard.courtesy()).isEmpty();
    assertThat(standard.levels())
        .allMatch(level -> level.fee() == null && level.interest() == null);
  }

  @Test
  void everythingThatIsWrongIsSaidAtOnce() throws Exception {
    InvalidPolicy invalid =
        catchThrowableOfType(
            InvalidPolicy.class,
            () ->
                policies.put(
                    "strict",
                    json.readTree(
                        """
                        {"minimumInterval": -1, "minimumAmount": {},
                         "levels": [{"level": 1, "threshold": 5, "stage": "SHOUT"},
                                    {"level": 3, "threshold": "many"},
                                    {"level": 2, "threshold": 1, "fee": {"fixed": "-3"}}]}"""),
                    Story.CLERK));

    assertThat(invalid.problems())
        .extracting(FieldProblem::field)
        .contains(
            "minimumAmount",
            "minimumInterval",
            "levels[0].stage",
            "levels[1].threshold",
            "levels[2].fee.fixed");
  }

  @Test
  void aVersionRulesFromTheDayAfterTheLastRunUnlessItSaysOtherwise() throws Exception {
    assertThat(policies.put("own", levels(5), Story.CLERK).effectiveOn())
        .isEqualTo(Policies.ALWAYS);
    runs.runNow(DUE, Actor.SYSTEM);
    assertThat(policies.put("own", levels(6), Story.CLERK).effectiveOn())
        .isEqualTo(DUE.plusDays(1));

    assertThat(shelf.on(DUE).named("own").levels().get(0).threshold()).isEqualTo(5);
    assertThat(shelf.on(DUE.plusDays(1)).named("own").levels().get(0).threshold()).isEqualTo(6);
    assertThat(policies.versions("own")).extracting(PolicyView::version).containsExactly(2, 1);
  }

  @Test
  void theInvoicesPolicyComesBeforeTheCustomersAndThatBeforeTheCompanys() throws Exception {
    CustomerId one = story.customer("C1");
    CustomerId two = story.customer("C2");
    story.invoice(one, "A", "10.00", DUE);
    story.invoice(two, "B", "10.00", DUE);
    story.invoice(two, "C", "10.00", DUE);
    policies.put("early", levels(1), Story.CLERK);
    policies.put("late", levels(9), Story.CLERK);
    policies.assignToCustomer(two.value(), "early", Policies.ALWAYS, Story.CLERK);
    policies.assignToInvoice(story.documentOf("C"), "late", Policies.ALWAYS, Story.CLERK);

    story.daysPass(DUE, DUE.plusDays(9));

    assertThat(raised())
        .containsExactly("B " + DUE.plusDays(1), "A " + DUE.plusDays(3), "C " + DUE.plusDays(9));
  }

  @Test
  void managersSetPoliciesByRestAndOthersDoNot() throws Exception {
    String body =
        "{\"levels\": [{\"level\": 1, \"threshold\": 5}, {\"level\": 2, \"threshold\": 20}]}";
    web.perform(
            put("/api/policies/mild")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("manager").roles("MANAGER"))
                .with(ScriptToken.csrf()))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.version").value(1))
        .andExpect(jsonPath("$.definition.levels[1].threshold").value(20));
    web.perform(
            put("/api/policies/mild")
                .contentType(MediaType.APPLICATION_JSON)
                .content(body)
                .with(user("sales").roles("SALES"))
                .with(ScriptToken.csrf()))
        .andExpect(status().isForbidden());
    web.perform(
            put("/api/policies/mild")
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"levels\": []}")
                .with(user("manager").roles("MANAGER"))
                .with(ScriptToken.csrf()))
        .andExpect(status().isUnprocessableEntity())
        .andExpect(jsonPath("$.code").value("policy.invalid"))
        .andExpect(jsonPath("$.fields[0].field").value("levels"));
    web.perform(get("/api/policies/none").with(user("auditor").roles("AUDITOR")))
        .andExpect(status().isNotFound());
  }

  private com.fasterxml.jackson.databind.JsonNode levels(int threshold) throws Exception {
    return json.readTree("{\"levels\": [{\"level\": 1, \"threshold\": " + threshold + "}]}");
  }

  private List<String> raised() {
    return notices.find(new NoticeQuery(null, null, null, null), 0, 50).content().stream()
        .flatMap(
            notice ->
                notice.lines().stream()
                    .filter(NoticeView.Line::raised)
                    .map(line -> line.invoiceNumber() + " " + notice.date()))
        .toList();
  }
}
