package io.dunwell.desk.web;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.flash;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.redirectedUrl;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receivables.ItemView;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

@DunwellTest
class PagesTests {

  private static final Pattern MISSING_MESSAGE = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");
  private static final Pattern TABLE_WITHOUT_CAPTION =
      Pattern.compile("<table class=\"rows[^>]*>(?!\\s*<caption)");

  @Autowired private MockMvc mvc;
  @Autowired private Trade trade;

  @Test
  void everyRoleReadsThePages() throws Exception {
    for (String path :
        List.of(
            "/",
            "/customers",
            "/customers?late=true&sort=-overdue&collector=-",
            "/receipts?waiting=true&sort=-amount",
            "/ageing",
            "/ageing?by=TOTAL",
            "/ageing?by=ITEM&asOf=2025-02-01&sort=-total",
            "/ageing?by=COLLECTOR&currency=EUR",
            "/ledger?check=seals",
            "/ledger?check=projections",
            "/daily-runs?dry=true",
            "/outbox",
            "/policies",
            "/policies/standard")) {
      for (String role : List.of("COLLECTOR", "MANAGER", "AUDITOR", "ADMIN", "BILLING")) {
        assertWellMade(page(path, role));
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/worklist?stage=2&sort=-overdue"})
  void whoeverChasesReadsThePage(String path) throws Exception {
    for (String role : new String[] {"COLLECTOR", "MANAGER", "AUDITOR", "ADMIN"}) {
      assertWellMade(page(path, role));
    }
    mvc.perform(get(path).with(user("demo").roles("BILLING"))).andExpect(status().isForbidden());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/users", "/business-date"})
  void onlyAnAdministratorReadsThePage(String path) throws Exception {
    assertWellMade(page(path, "ADMIN"));
    for (String role : new String[] {"COLLECTOR", "MANAGER", "AUDITOR", "BILLING"}) {
      mvc.perform(get(path).with(user("demo").roles(role))).andExpect(status().isForbidden());
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"/audit?by=admin", "/replays"})
  void whoeverSupervisesReadsThePage(String path) throws Exception {
    for (String role : new String[] {"AUDITOR", "MANAGER", "ADMIN"}) {
      assertWellMade(page(path, role));
    }
    mvc.perform(get(path).with(user("demo").roles("SALES"))).andExpect(status().isForbidden());
  }

  @Test
  void theAccountFileShowsAllItsTabs() throws Exception {
    ItemView item =
        trade.invoice(trade.customer("C-1"), "INV-1", "100.00", Trade.DAY, Trade.DAY.plusDays(30));
    String account = "/customers/" + item.customer();
    trade.receipt(item.customer(), "r-1", "40.00", Trade.DAY.plusDays(40));
    for (String tab : new String[] {"", "/history", "/holds", "/details"}) {
      assertWellMade(page(account + tab, "COLLECTOR"));
    }
    assertThat(page(account, "AUDITOR")).contains("INV-1").doesNotContain("Log contact");
    assertThat(page(account + "/history", "COLLECTOR")).contains("INV-1").contains("RC-");
  }

  @Test
  void aReceiptShowsWhatItCouldPay() throws Exception {
    ItemView item =
        trade.invoice(trade.customer("C-1"), "INV-1", "100.00", Trade.DAY, Trade.DAY.plusDays(30));
    ReceiptId receipt = trade.receipt(item.customer(), "r-1", "40.00", Trade.DAY.plusDays(40));
    String path = "/receipts/" + receipt.value();
    assertWellMade(page(path, "ACCOUNTS"));
    assertThat(page(path, "ACCOUNTS")).contains("INV-1");
    mvc.perform(post(path + "/oldest-first").with(user("demo").roles("COLLECTOR")).with(csrf()))
        .andExpect(status().isForbidden());
    mvc.perform(post(path + "/oldest-first").with(user("demo").roles("ACCOUNTS")).with(csrf()))
        .andExpect(status().is3xxRedirection());
    assertThat(page(path, "AUDITOR")).contains("40.00").doesNotContain("Take back");
  }

  @Test
  void moneyIsGivenBackAndOverByAccountsOnly() throws Exception {
    ReceiptId receipt = trade.receipt(trade.customer("C-1"), "r-1", "100.00", Trade.DAY);
    trade.customer("C-2");
    trade.creditNote(trade.customer("C-3"), "CN-1", "30.00", Trade.DAY);
    String path = "/receipts/" + receipt.value();
    mvc.perform(pays(path + "/refunds", "COLLECTOR").param("amount", "60"))
        .andExpect(status().isForbidden());
    mvc.perform(pays(path + "/refunds", "ACCOUNTS").param("amount", "60"))
        .andExpect(redirectedUrl(path));
    mvc.perform(pays(path + "/refunds", "ACCOUNTS").param("amount", "60"))
        .andExpect(flash().attribute("refusal", containsString("40.00")));
    String given =
        mvc.perform(
                pays(path + "/transfers", "ACCOUNTS")
                    .param("amount", "15")
                    .param("customer", "C-2"))
            .andExpect(status().is3xxRedirection())
            .andReturn()
            .getResponse()
            .getRedirectedUrl();
    mvc.perform(pays("/payouts", "ACCOUNTS").param("number", "CN-1").param("amount", "30"))
        .andExpect(redirectedUrl("/payouts"));

    String all = page("/payouts", "AUDITOR");
    assertWellMade(all);
    assertThat(all).contains("Customer C-2", "CN-1", "60.00", "15.00", "paid twice");
    assertThat(page(path, "AUDITOR")).contains("25.00", "RC-000002", "Transfer");
    assertWellMade(page(String.valueOf(given), "ACCOUNTS"));
    mvc.perform(pays(given + "/cancellation", "ACCOUNTS")).andExpect(redirectedUrl(given));
    assertThat(page("/payouts", "AUDITOR")).contains("taken back");
    assertThat(page("/audit", "AUDITOR")).contains("receipt.refunded", "credit.refunded");
  }

  private static MockHttpServletRequestBuilder pays(String path, String role) {
    return post(path).param("reason", "paid twice").with(user("demo").roles(role)).with(csrf());
  }

  @Test
  void aRefusalLeadsBackWithItsSentence() throws Exception {
    ItemView item =
        trade.invoice(trade.customer("C-1"), "INV-1", "100.00", Trade.DAY, Trade.DAY.plusDays(30));
    String account = "/customers/" + item.customer();
    mvc.perform(
            post(account + "/promises")
                .param("currency", "EUR")
                .param("amount", "plenty")
                .param("payBy", "2099-01-01")
                .header("Referer", "http://localhost" + account)
                .with(user("demo").roles("COLLECTOR"))
                .with(csrf()))
        .andExpect(redirectedUrl(account))
        .andExpect(flash().attributeExists("refusal", "entered"));
  }

  @Test
  void everyListComesAsAFile() throws Exception {
    trade.invoice(trade.customer("C-1"), "INV-1", "100.00", Trade.DAY, Trade.DAY.plusDays(30));
    for (String path :
        List.of(
            "/customers",
            "/receipts",
            "/worklist",
            "/ageing",
            "/audit",
            "/customers/C-1/history")) {
      String csv = page(path + "?format=csv", "MANAGER");
      assertThat(csv.lines().findFirst())
          .as(path)
          .hasValueSatisfying(line -> assertThat(line).contains(","));
      mvc.perform(get(path + "?format=xlsx").with(user("demo").roles("MANAGER")))
          .andExpect(status().isOk())
          .andExpect(header().string("Content-Type", containsString("spreadsheetml")));
    }
  }

  @Test
  void whatDoesNotExistIsNotFound() throws Exception {
    mvc.perform(get("/customers/nobody").with(user("demo").roles("COLLECTOR")))
        .andExpect(status().isNotFound());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/login"})
  void everyoneReadsThePage(String path) throws Exception {
    assertWellMade(mvc.perform(get(path)).andReturn().getResponse().getContentAsString());
  }

  private String page(String path, String role) throws Exception {
    return mvc.perform(get(path).accept(MediaType.TEXT_HTML).with(user("demo").roles(role)))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  private static void assertWellMade(String html) {
    assertThat(html).contains("</html>").doesNotContainPattern(MISSING_MESSAGE);
    assertThat(html).doesNotContainPattern(TABLE_WITHOUT_CAPTION);
    assertThat(html).doesNotContain(" style=\"").doesNotContain("onclick=");
  }
}
