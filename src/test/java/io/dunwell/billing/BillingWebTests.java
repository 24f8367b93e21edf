package io.dunwell.billing;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.DeliveryId;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;

@DunwellTest
class BillingWebTests {

  private static final Pattern MISSING_MESSAGE = Pattern.compile("\\?\\?[\\w.-]+\\?\\?");

  @Autowired MockMvc mvc;
  @Autowired Mill mill;
  @Autowired Clock clock;

  private LocalDate today;
  private InvoiceId issued;
  private InvoiceId draft;
  private String number;

  @BeforeEach
  void aMonthOfBilling() {
    mill.opens();
    today = LocalDate.now(clock);
    ContractId contract = mill.yarnContract(mill.neighbour("C-1"));
    DeliveryId delivery = mill.delivers(contract, "DC-1", today.minusDays(9), "40");
    mill.proves(delivery);
    issued = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    number = mill.issues(issued);
    mill.delivers(contract, "DC-2", today.minusDays(8), "7");
    draft = Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
    ContractId proven =
        mill.contract(
            mill.neighbour("C-2"), BillingRule.PER_DELIVERY, null, true, Mill.yarn("9.00"));
    mill.delivers(proven, "DC-3", today.minusDays(40), "3");
  }

  @Test
  void everyPageIsWellMade() throws Exception {
    for (String path :
        List.of(
            "/unbilled",
            "/unbilled?cause=PROOF_MISSING&minAge=5&sort=-value",
            "/billing-runs",
            "/invoices",
            "/invoices?status=DRAFT&sort=-total&q=10,500",
            "/invoices/" + issued,
            "/invoices/" + draft)) {
      String page =
          mvc.perform(get(path).with(user("bina").roles("BILLING")))
              .andExpect(status().isOk())
              .andReturn()
              .getResponse()
              .getContentAsString();
      assertThat(MISSING_MESSAGE.matcher(page).results().map(found -> found.group())).isEmpty();
    }
  }

  @Test
  void theInvoiceIsFoundByNumberAndAmountAndLeavesAsExcel() throws Exception {
    mvc.perform(get("/api/invoices").param("q", number).with(user("bina").roles("BILLING")))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.content[0].total").value("10500.00"));
    mvc.perform(get("/api/invoices").param("q", "10,500").with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.total").value(1));
    mvc.perform(get("/invoices?format=xlsx").with(user("bina").roles("BILLING")))
        .andExpect(header().string("Content-Disposition", containsString("invoices.xlsx")));
    mvc.perform(get("/unbilled?format=xlsx").with(user("bina").roles("BILLING")))
        .andExpect(header().string("Content-Disposition", containsString("unbilled.xlsx")));
  }

  @Test
  void theRegisterSaysWhatIsMissing() throws Exception {
    mvc.perform(
            get("/api/unbilled")
                .param("cause", "PROOF_MISSING")
                .with(user("omar").roles("OPERATIONS")))
        .andExpect(jsonPath("$.content[0].deliveryNumber").value("DC-3"))
        .andExpect(jsonPath("$.content[0].value").value("27.00"));
    mvc.perform(get("/api/unbilled/trend").with(user("omar").roles("OPERATIONS")))
        .andExpect(status().isOk());
  }

  @Test
  void onlyWhoMayBillsAndARefusalIsAProblem() throws Exception {
    String run = "{\"upTo\": \"%s\", \"dryRun\": true}".formatted(today);
    mvc.perform(
            post("/api/billing-runs")
                .content(run)
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("omar").roles("OPERATIONS")))
        .andExpect(status().isForbidden());
    mvc.perform(
            post("/api/billing-runs")
                .content(run)
                .contentType(MediaType.APPLICATION_JSON)
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.leftOut[?(@.cause == 'PROOF_MISSING')]").exists());
    mvc.perform(
            post("/api/invoices/" + draft + "/issue")
                .with(csrf())
                .with(user("bina").roles("BILLING")))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("invoice.not-approved"));
  }

  @Test
  void everythingAboutItIsOnOnePageAndInOneFile() throws Exception {
    mvc.perform(get("/api/invoices/" + issued + "/history").with(user("aud").roles("AUDITOR")))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("DC-1")))
        .andExpect(content().string(containsString("signed.txt")))
        .andExpect(content().string(containsString("invoice.issued")))
        .andExpect(content().string(containsString("RECEIVABLE")));
    byte[] zip =
        mvc.perform(get("/api/invoices/" + issued + "/dossier").with(user("aud").roles("AUDITOR")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    assertThat(names(zip))
        .contains(
            "invoice.pdf", "mail.eml", "history.csv", "verdicts.json", "proofs/01-signed.txt");
  }

  @Test
  void whatComesFromElsewhereIsStillFoundByItsNumber() throws Exception {
    mvc.perform(get("/api/invoices/OLD-1").with(user("bina").roles("BILLING")))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("document.unknown"));
  }

  private static List<String> names(byte[] zip) throws Exception {
    List<String> names = new ArrayList<>();
    try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
      for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
        names.add(entry.getName());
      }
    }
    return names;
  }
}
