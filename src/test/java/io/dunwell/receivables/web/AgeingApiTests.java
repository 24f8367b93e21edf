package io.dunwell.receivables.web;

import static io.dunwell.ScriptToken.csrf;
import static io.dunwell.Trade.DAY;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.DunwellTest;
import io.dunwell.Trade;
import io.dunwell.party.CustomerId;
import java.io.ByteArrayInputStream;
import java.time.Clock;
import java.time.LocalDate;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

@DunwellTest
class AgeingApiTests {

  private static final RequestPostProcessor AUDITOR = user("auditor").roles("AUDITOR");
  private static final RequestPostProcessor ACCOUNTS = user("accounts").roles("ACCOUNTS");

  @Autowired MockMvc web;
  @Autowired Trade trade;
  @Autowired ObjectMapper mapper;
  @Autowired Clock clock;

  @Test
  void answersInJsonAsTheContractSays() throws Exception {
    story();

    web.perform(ageing("customer"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.asOf").value("2025-02-10"))
        .andExpect(jsonPath("$.rows", hasSize(2)))
        .andExpect(jsonPath("$.rows[0].key").value("=C1"))
        .andExpect(jsonPath("$.rows[0].currency").value("EUR"))
        .andExpect(jsonPath("$.rows[0].notDue").value("0.00"))
        .andExpect(jsonPath("$.rows[0].buckets", hasSize(5)))
        .andExpect(jsonPath("$.rows[0].buckets[0].from").value(1))
        .andExpect(jsonPath("$.rows[0].buckets[0].to").value(30))
        .andExpect(jsonPath("$.rows[0].buckets[0].amount").value("100.00"))
        .andExpect(jsonPath("$.rows[0].buckets[4].from").value(121))
        .andExpect(jsonPath("$.rows[0].buckets[4].to").value(nullValue()))
        .andExpect(jsonPath("$.rows[0].unapplied").value("-25.00"))
        .andExpect(jsonPath("$.rows[0].total").value("75.00"));
    web.perform(ageing("collector")).andExpect(jsonPath("$.rows[0].key").value("unassigned"));
    web.perform(ageing("total"))
        .andExpect(jsonPath("$.rows[0].key").value("total"))
        .andExpect(jsonPath("$.rows[0].total").value("80.00"));
    web.perform(ageing("item")).andExpect(jsonPath("$.rows[0].key").value("INV-1"));
  }

  @Test
  void answersInCsvWithoutFormulas() throws Exception {
    story();

    web.perform(ageing("customer").accept("text/csv"))
        .andExpect(status().isOk())
        .andExpect(header().string("Content-Type", "text/csv;charset=UTF-8"))
        .andExpect(
            content()
                .string(
                    """
                    key,name,currency,notDue,days 1-30,days 31-60,days 61-90,days 91-120,\
                    days 121 and more,unapplied,total,postDated\r
                    '=C1,Customer =C1,EUR,0.00,100.00,0.00,0.00,0.00,0.00,-25.00,75.00,\r
                    C2,Customer C2,EUR,5.00,0.00,0.00,0.00,0.00,0.00,0.00,5.00,\r
                    """));
  }

  @Test
  void moneyThatIsDatedAheadStandsApartInTheFileToo() throws Exception {
    LocalDate day = LocalDate.now(clock);
    CustomerId owing = trade.customer("C1");
    trade.invoice(owing, "INV-1", "100.00", day, day.plusDays(5));
    trade.receipt(owing, "r-1", "40.00", day.plusDays(1));
    trade.receipt(trade.customer("C2"), "r-2", "7.00", day.plusDays(2));

    String byCustomer = csv("customer", day);
    assertThat(byCustomer.lines().skip(1))
        .containsExactly(
            "C1,Customer C1,EUR,100.00,0.00,0.00,0.00,0.00,0.00,0.00,100.00,40.00",
            "C2,Customer C2,EUR,0.00,0.00,0.00,0.00,0.00,0.00,0.00,0.00,7.00");
    assertThat(csv("total", day)).contains(",100.00,47.00").doesNotContain(",7.00\r");
    assertThat(csv("item", day)).contains("RC-000002,C2,Customer C2,,EUR,").contains(",0.00,7.00");
    assertThat(csv("collector", day)).contains("unassigned,EUR,100.00").contains(",100.00,47.00");
    web.perform(get("/ageing").with(AUDITOR))
        .andExpect(content().string(containsString("lowers nothing yet: EUR 47.00")));
    web.perform(get("/receipts?ahead=true").with(AUDITOR))
        .andExpect(content().string(containsString("RC-000001")));
  }

  private String csv(String by, LocalDate day) throws Exception {
    return web.perform(
            get("/api/ageing")
                .param("by", by)
                .param("asOf", day.toString())
                .accept("text/csv")
                .with(AUDITOR))
        .andExpect(status().isOk())
        .andReturn()
        .getResponse()
        .getContentAsString();
  }

  @Test
  void answersAsAWorkbook() throws Exception {
    story();

    byte[] xlsx =
        web.perform(
                ageing("item")
                    .accept("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();

    try (ReadableWorkbook book = new ReadableWorkbook(new ByteArrayInputStream(xlsx))) {
      assertThat(book.getFirstSheet().read()).hasSize(4);
    }
  }

  @Test
  void refusesWhatItDoesNotUnderstand() throws Exception {
    web.perform(ageing("colour")).andExpect(status().isBadRequest());
    web.perform(ageing("total").param("limits", "30,20"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("ageing.limits-not-rising"));
    web.perform(ageing("total").param("customer", "nobody"))
        .andExpect(status().isNotFound())
        .andExpect(jsonPath("$.code").value("customer.unknown"));
    web.perform(get("/api/ageing").param("asOf", "31.12.2025").with(AUDITOR))
        .andExpect(status().isBadRequest());
  }

  @Test
  void takesACollectorForWhatHeIsCalledAndNothingElse() throws Exception {
    story();

    web.perform(ageing("total").param("collector", "x' or 'a'='a"))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$.rows", hasSize(0)));
  }

  @Test
  void convertsOnlyAtKnownRates() throws Exception {
    story();

    web.perform(ageing("total").param("in", "INR"))
        .andExpect(status().isConflict())
        .andExpect(jsonPath("$.code").value("rate.missing"));
  }

  @Test
  void recordsPaysAndTakesBackByApi() throws Exception {
    trade.customer("C1");
    web.perform(
            json(
                "/api/invoices",
                """
                {"customer":"C1","number":"INV-7","issuedOn":"2025-01-01","amount":"100.00",
                 "currency":"EUR"}"""))
        .andExpect(status().isCreated())
        .andExpect(jsonPath("$.items[0].dueOn").value("2025-01-31"));
    String receipt =
        created(
            "/api/receipts",
            """
            {"customer":"C1","amount":"120.00","currency":"EUR","receivedOn":"2025-01-05",
             "reference":"INV-7"}""",
            "/id");

    String allocation =
        created(
            "/api/receipts/" + receipt + "/allocations", "{\"mode\":\"by-reference\"}", "/0/id");
    web.perform(get("/api/receipts/" + receipt).with(AUDITOR))
        .andExpect(jsonPath("$.unapplied").value("20.00"));
    web.perform(
            json(
                "/api/allocations/" + allocation + "/reversal",
                "{\"reason\":\"another invoice\",\"effectiveOn\":\"2025-01-06\"}"))
        .andExpect(status().isNoContent());

    web.perform(get("/api/open-items").param("customer", "C1").with(AUDITOR))
        .andExpect(jsonPath("$.total").value(1))
        .andExpect(jsonPath("$.content[0].open").value("100.00"));
    web.perform(get("/api/open-items/verification").with(AUDITOR))
        .andExpect(jsonPath("$.agrees").value(true));
    web.perform(get("/api/customers/C1/statement").param("asOf", "2025-01-05").with(AUDITOR))
        .andExpect(jsonPath("$.total").value("-20.00"));
    web.perform(get("/api/customers/C1/movements").param("from", "2025-01-02").with(AUDITOR))
        .andExpect(jsonPath("$.opening").value("100.00"))
        .andExpect(jsonPath("$.closing").value("-20.00"));
  }

  @Test
  void anAuditorWritesNothing() throws Exception {
    web.perform(
            post("/api/write-offs")
                .with(AUDITOR)
                .with(csrf())
                .contentType(MediaType.APPLICATION_JSON)
                .content(
                    """
                    {"item":"01990000-0000-7000-8000-000000000000","amount":"1.00",
                     "reason":"none"}"""))
        .andExpect(status().isForbidden());
  }

  private void story() {
    CustomerId one = trade.customer("=C1");
    trade.invoice(one, "INV-1", "100.00", DAY, DAY.plusDays(30));
    trade.receipt(one, "r1", "25.00", DAY.plusDays(9));
    trade.invoice(trade.customer("C2"), "INV-2", "5.00", DAY, DAY.plusDays(60));
  }

  private static MockHttpServletRequestBuilder ageing(String by) {
    return get("/api/ageing").param("asOf", "2025-02-10").param("by", by).with(AUDITOR);
  }

  private static MockHttpServletRequestBuilder json(String path, String body) {
    return post(path)
        .with(ACCOUNTS)
        .with(csrf())
        .contentType(MediaType.APPLICATION_JSON)
        .content(body);
  }

  private String created(String path, String body, String pointer) throws Exception {
    byte[] answer =
        web.perform(json(path, body))
            .andExpect(status().isCreated())
            .andReturn()
            .getResponse()
            .getContentAsByteArray();
    JsonNode node = mapper.readTree(answer).at(pointer);
    return node.asText();
  }
}
