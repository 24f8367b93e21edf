package io.dunwell.ledger.web;

import static io.dunwell.ScriptToken.csrf;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Entry;
import io.dunwell.ledger.Ledger;
import io.dunwell.ledger.Posting;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.RequestPostProcessor;
import org.springframework.transaction.support.TransactionTemplate;

@DunwellTest
class LedgerApiTests {

  private static final UUID ITEM = UUID.fromString("00000000-0000-7000-8000-000000000001");
  private static final LocalDate DAY = LocalDate.of(2026, 3, 2);

  @Autowired MockMvc web;
  @Autowired Ledger ledger;
  @Autowired TransactionTemplate transaction;
  @Autowired Clock clock;

  @BeforeEach
  void anInvoiceInDollars() {
    transaction.executeWithoutResult(
        status ->
            ledger.record(
                Entry.of(
                    "i1",
                    "Invoice 1",
                    DAY,
                    new Actor("clerk"),
                    new Posting(Account.RECEIVABLE, null, ITEM, Money.of("100.00", "USD")),
                    new Posting(Account.REVENUE, null, null, Money.of("-100.00", "USD")))));
  }

  @Test
  void theTrialBalanceShowsAmountsAsTextAndInTheCompanysCurrencyIfAsked() throws Exception {
    web.perform(
            put("/api/exchange-rates")
                .with(as("ACCOUNTS"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    [{"from": "USD", "to": "INR", "effectiveOn": "2026-03-01", "rate": "80"}]
                    """))
        .andExpect(status().isNoContent());

    web.perform(get("/api/ledger/trial-balance?asOf=2026-03-02&in=INR").with(as("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asOf").value("2026-03-02"))
        .andExpect(jsonPath("$.balanced").value(true))
        .andExpect(jsonPath("$.lines[0].account").value("RECEIVABLE"))
        .andExpect(jsonPath("$.lines[0].balance").value("100.00"))
        .andExpect(jsonPath("$.lines[0].converted").value("8000.00"))
        .andExpect(jsonPath("$.lines[1].credit").value("100.00"));
    web.perform(get("/api/ledger/trial-balance?asOf=2026-03-01").with(as("AUDITOR")))
        .andExpect(jsonPath("$.lines", hasSize(0)));
    web.perform(get("/api/exchange-rates").with(as("AUDITOR")))
        .andExpect(jsonPath("$[0].rate").value("80"));
  }

  @Test
  void entriesAreFoundByWhatTheyTouch() throws Exception {
    web.perform(get("/api/ledger/entries?item=" + ITEM).with(as("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].key").value("i1"))
        .andExpect(jsonPath("$.content[0].postings[1].amount").value("-100.00"));
    web.perform(get("/api/ledger/entries?customer=" + ITEM).with(as("AUDITOR")))
        .andExpect(jsonPath("$.total").value(0));
  }

  @Test
  void malformedQuestionsAreTheCallersFault() throws Exception {
    for (String question :
        new String[] {
          "/api/ledger/trial-balance?asOf=yesterday",
          "/api/ledger/trial-balance?in=XYZW",
          "/api/ledger/entries?item=1",
          "/api/ledger/entries?size=0",
          "/api/ledger/entries?page=-1",
        }) {
      web.perform(get(question).with(as("AUDITOR"))).andExpect(status().is4xxClientError());
    }
    web.perform(
            put("/api/exchange-rates")
                .with(as("ACCOUNTS"))
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content("[{\"from\": \"USD\", \"rate\": \"-1\"}]"))
        .andExpect(status().is4xxClientError());
  }

  @Test
  void whoeverMayVerifiesTheSeals() throws Exception {
    web.perform(get("/api/ledger/seals/verify").with(as("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.intact").value(true));
    web.perform(get("/api/ledger/seals").with(as("AUDITOR"))).andExpect(status().isOk());
    web.perform(get("/api/ledger/seals/verify").with(as("SALES")))
        .andExpect(status().isForbidden());
  }

  @Test
  void monthsAreClosedByAccountsAndReopenedByAManager() throws Exception {
    YearMonth month = YearMonth.now(clock).minusMonths(1);
    String path = "/api/ledger/periods/" + month;
    web.perform(post(path + "/closing").with(as("AUDITOR")).with(csrf()))
        .andExpect(status().isForbidden());
    web.perform(post(path + "/closing").with(as("ACCOUNTS")).with(csrf()))
        .andExpect(status().isNoContent());
    web.perform(get("/api/ledger/periods").with(as("AUDITOR")))
        .andExpect(jsonPath("$[0].month").value(month.toString()))
        .andExpect(jsonPath("$[0].closed").value(true));
    web.perform(reopening(path, "").with(as("MANAGER"))).andExpect(status().is4xxClientError());
    web.perform(reopening(path, "late invoice").with(as("MANAGER")))
        .andExpect(status().isNoContent());
    web.perform(reopening(path, "late invoice").with(as("MANAGER")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("period.not-closed"));
    web.perform(get("/api/audit?subject=" + month).with(as("AUDITOR")))
        .andExpect(jsonPath("$.total").value(2))
        .andExpect(jsonPath("$.content[0].act").value("period.reopened"))
        .andExpect(jsonPath("$.content[0].details.reason").value("late invoice"));
    web.perform(get("/api/audit").with(as("SALES"))).andExpect(status().isForbidden());
  }

  @Test
  void aMonthThatIsNotOverIsRefusedInASentence() throws Exception {
    web.perform(
            post("/api/ledger/periods/" + YearMonth.now(clock) + "/closing")
                .with(as("ACCOUNTS"))
                .with(csrf()))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("period.not-over"))
        .andExpect(jsonPath("$.detail", containsString("when it is over")));
  }

  private static org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder
      reopening(String path, String reason) {
    return post(path + "/reopening")
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content("{\"reason\": \"" + reason + "\"}");
  }

  private static RequestPostProcessor as(String role) {
    return user(role.toLowerCase(java.util.Locale.ROOT)).roles(role);
  }
}
