package io.dunwell.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.contracts.BillingRule;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The list of 100,000 invoices to 5,000 customers. Goal: each answer in a second and a half. */
@DunwellTest
@Tag("bench")
class InvoiceListBench {

  private static final int INVOICES = Integer.getInteger("dunwell.bench.invoices", 100_000);
  private static final int CONTRACTS = Math.max(1, INVOICES / 20);
  private static final double GOAL = 1.5;

  private static final String ISSUED =
      """
      insert into billing.invoice
        (id, kind, status, customer, contract, contract_number, contract_version, currency, terms,
         po_number, tax_scheme, place_of_supply, supply, net, tax, round_off, total, prepared_by,
         prepared_on, number, issued_on, issued_by, due_on)
      select gen_random_uuid(), 'INVOICE', 'ISSUED', c.customer, c.id, c.number, 1, 'INR', 'NET 30',
             'PO-' || n % 7000, 'in-gst', '27', 'GOODS', n, n * 0.18, 0, n * 1.18, 'clerk',
             cast(:first as date) + n % 360, 'INV/25-26/' || to_char(n, 'FM000000'),
             cast(:first as date) + n % 360, 'clerk', cast(:first as date) + n % 360 + 30
      from generate_series(1, :count) n
      join (select id, customer, number, row_number() over (order by number) as at
              from contracts.v_contract) c on c.at = n % :contracts + 1""";

  private static final String LINES =
      """
      insert into billing.invoice_line
        (id, invoice, position, item, description, unit, quantity, unit_price, discount_percent,
         net, tax_code, service, treatment, contract_net)
      select gen_random_uuid(), id, 1, 'YARN-40', 'Cotton yarn', 'KGS', 1, net, 0, net, '5205',
             false, 'TAXED', net
      from billing.invoice""";

  @Autowired BigMill mill;
  @Autowired MockMvc mvc;
  @Autowired JdbcClient jdbc;

  @Test
  void readsTheList() throws Exception {
    mill.contracts(CONTRACTS, BillingRule.MONTHLY);
    jdbc.sql(ISSUED)
        .param("first", BigMill.FIRST)
        .param("count", INVOICES)
        .param("contracts", CONTRACTS)
        .update();
    jdbc.sql(LINES).update();
    jdbc.sql("analyze").update();
    int far = INVOICES / 50 / 2;
    read("first page of all", "/api/invoices?size=50");
    read("first desk page of all", "/invoices");
    assertThat(read("page", "/api/invoices?size=50")).contains("\"total\":" + INVOICES);
    read("far page", "/api/invoices?size=50&page=" + far);
    read("by exact number", "/api/invoices?number=INV/25-26/000777");
    for (String q : List.of("26/0007", "PO-123", "Customer 12", "K-000012", "1180", "nothing")) {
      read("search for " + q, "/api/invoices?q=" + q);
      read("desk, search for " + q, "/invoices?q=" + q);
    }
    read("desk page", "/invoices");
    for (String sort : List.of("-issued", "number", "customer", "po", "-total", "status")) {
      read("desk, far page sorted by " + sort, "/invoices?page=" + far + "&sort=" + sort);
    }
  }

  private String read(String what, String path) throws Exception {
    long start = System.nanoTime();
    String answer =
        mvc.perform(get(path).with(user("billing").roles("BILLING")))
            .andExpect(status().isOk())
            .andReturn()
            .getResponse()
            .getContentAsString();
    System.out.printf(
        Locale.ROOT,
        "BENCH %,d invoices, %s: %.2f s (goal %.2f)%n",
        INVOICES,
        what,
        (System.nanoTime() - start) / 1e9,
        GOAL);
    return answer;
  }
}
