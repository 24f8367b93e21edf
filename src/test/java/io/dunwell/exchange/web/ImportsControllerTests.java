package io.dunwell.exchange.web;

import static io.dunwell.ScriptToken.csrf;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;

@DunwellTest
class ImportsControllerTests {

  private static final String TITLES = "customerNumber,invoiceNumber,invoicedOn,amount,currency\n";

  @Autowired MockMvc mvc;

  @Test
  void anImportAnswersWithItsNumbers() throws Exception {
    upload("accounts", "ACCOUNTS", TITLES + "C1,A-1,2026-01-05,10.50,EUR\nC1,A-2,soon,1,EUR\n")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.id").isNotEmpty())
        .andExpect(jsonPath("$.rows").value(2))
        .andExpect(jsonPath("$.accepted").value(1))
        .andExpect(jsonPath("$.duplicates").value(0))
        .andExpect(jsonPath("$.rejected").value(1))
        .andExpect(jsonPath("$.totals[0].currency").value("EUR"))
        .andExpect(jsonPath("$.totals[0].count").value(1))
        .andExpect(jsonPath("$.totals[0].amount").value("10.50"))
        .andExpect(jsonPath("$.problems[0].row").value(3))
        .andExpect(jsonPath("$.problems[0].field").value("invoicedOn"))
        .andExpect(jsonPath("$.problems[0].value").value("soon"))
        .andExpect(jsonPath("$.problems[0].code").value("date.unreadable"))
        .andExpect(jsonPath("$.problems[0].message").isNotEmpty());
  }

  @Test
  void aFileThatAsksIsAProblemWithTheSameFields() throws Exception {
    upload("accounts", "ACCOUNTS", TITLES + "C1,A-1,01/02/2026,10.50,EUR\n")
        .andExpect(status().isUnprocessableEntity())
        .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
        .andExpect(jsonPath("$.code").value("date.ambiguous"))
        .andExpect(jsonPath("$.accepted").value(0))
        .andExpect(jsonPath("$.problems[0].code").value("date.ambiguous"));
  }

  @Test
  void readersMayNotImport() throws Exception {
    upload("auditor", "AUDITOR", TITLES).andExpect(status().isForbidden());
    upload("billing", "BILLING", TITLES).andExpect(status().isForbidden());
  }

  @Test
  void aProfileGoesInAsJsonAndComesOutAsYaml() throws Exception {
    mvc.perform(
            put("/api/import-profiles/old-system")
                .with(user("admin").roles("ADMIN"))
                .with(csrf())
                .contentType("application/json")
                .content(
                    """
                    {"kind":"invoices","columns":{"customerNumber":"Kunde",
                     "invoiceNumber":{"column":"Beleg","transform":"upper"},
                     "invoicedOn":"Datum","amount":"Betrag"},"defaults":{"currency":"EUR"}}"""))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.columns.customerNumber").value("Kunde"));
    mvc.perform(
            get("/api/import-profiles/old-system")
                .with(user("auditor").roles("AUDITOR"))
                .accept("application/yaml"))
        .andExpect(status().isOk())
        .andExpect(content().string(containsString("customerNumber: Kunde")));
    mvc.perform(
            put("/api/import-profiles/old-system")
                .with(user("admin").roles("ADMIN"))
                .with(csrf())
                .contentType("application/yaml")
                .content("kind: invoices\ncolumns: {amount: Betrag}\n"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("profile.field-missing"));
  }

  @Test
  void aKindThatThereIsNotIsNamedAndNoWayAround() throws Exception {
    upload("billing", "BILLING", "nonsense", TITLES)
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("import.kind-unknown"));
    upload("billing", "BILLING", "LEDGER", TITLES).andExpect(status().isForbidden());
    upload("auditor", "AUDITOR", "nonsense", TITLES).andExpect(status().isForbidden());
  }

  private ResultActions upload(String name, String role, String csv) throws Exception {
    return upload(name, role, "ledger", csv);
  }

  private ResultActions upload(String name, String role, String kind, String csv) throws Exception {
    return mvc.perform(
        multipart("/api/imports")
            .file(new MockMultipartFile("file", "a.csv", "text/csv", csv.getBytes(UTF_8)))
            .param("kind", kind)
            .with(user(name).roles(role))
            .with(csrf()));
  }
}
