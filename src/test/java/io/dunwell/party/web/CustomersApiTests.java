package io.dunwell.party.web;

import static io.dunwell.ScriptToken.csrf;
import static org.hamcrest.Matchers.hasSize;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DunwellTest
class CustomersApiTests {

  private static final String ASHA =
      """
      {"number": "0007", "name": "Asha Textiles", "language": "hi-IN", "currency": "INR",
       "country": "IN", "terms": "net 30 end of month",
       "contacts": [{"role": "ACCOUNTS_PAYABLE", "name": "Accounts", "email": "pay@asha.example"}],
       "addresses": [{"kind": "BILLING", "lines": "1 Mill Road", "city": "Mumbai", "country": "IN"}],
       "taxIds": [{"scheme": "GSTIN", "value": "27AAACA0000A1ZY"}]}
      """;

  @Autowired MockMvc web;

  @Test
  void aCustomerIsRegisteredFoundChangedAndKeepsItsNumber() throws Exception {
    send(post("/api/customers"), ASHA, "BILLING")
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.number").value("0007"))
        .andExpect(jsonPath("$.terms").value("net 30 end of month"));
    send(post("/api/customers"), ASHA, "BILLING")
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("customer.number-taken"));
    web.perform(get("/api/customers?text=textil").with(as("COLLECTOR")))
        .andExpect(jsonPath("$.content", hasSize(1)))
        .andExpect(jsonPath("$.content[0].contacts[0].email").value("pay@asha.example"));
    send(
            put("/api/customers/0007"),
            "{\"name\": \"Asha Ltd\", \"currency\": \"INR\", \"country\": \"IN\"}",
            "BILLING")
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.number").value("0007"))
        .andExpect(jsonPath("$.terms").value("net 0"))
        .andExpect(jsonPath("$.contacts", hasSize(0)));
    send(
            put("/api/customers/0007/contacts/ACCOUNTS_PAYABLE/email"),
            "{\"email\": \"new@asha.example\"}",
            "COLLECTOR")
        .andExpect(status().isNoContent());
    web.perform(get("/api/customers/0007").with(as("AUDITOR")))
        .andExpect(jsonPath("$.contacts[0].email").value("new@asha.example"));
  }

  @Test
  void whatIsWrongIsSaidAndNothingIsKept() throws Exception {
    for (String[] change :
        new String[][] {
          {"\"IN\", \"terms\"", "\"XX\", \"terms\""},
          {"net 30 end of month", "soon"},
          {"pay@asha.example", "pay@asha.example\\nBcc: x@y.example"},
          {"\"INR\"", "\"RUPEE\""},
          {"\"name\": \"Asha Textiles\"", "\"name\": \" \""},
          {"\"number\": \"0007\",", ""},
        }) {
      send(post("/api/customers"), ASHA.replace(change[0], change[1]), "BILLING")
          .andExpect(status().is4xxClientError());
    }
    web.perform(get("/api/customers").with(as("AUDITOR"))).andExpect(jsonPath("$.total").value(0));
    web.perform(get("/api/customers/0007").with(as("AUDITOR"))).andExpect(status().isNotFound());
    web.perform(get("/api/customers?sort=id").with(as("AUDITOR")))
        .andExpect(status().is4xxClientError());
  }

  @Test
  void whoeverOnlyReadsCannotWrite() throws Exception {
    send(post("/api/customers"), ASHA, "AUDITOR").andExpect(status().isForbidden());
    send(post("/api/customers"), ASHA, "SALES").andExpect(status().isForbidden());
  }

  private ResultActions send(MockHttpServletRequestBuilder request, String body, String role)
      throws Exception {
    return web.perform(
        request.with(as(role)).with(csrf()).contentType(MediaType.APPLICATION_JSON).content(body));
  }

  private static RequestPostProcessor as(String role) {
    return user(role.toLowerCase(Locale.ROOT)).roles(role);
  }
}
