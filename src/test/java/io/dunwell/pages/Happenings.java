package io.dunwell.pages;

import static io.dunwell.ScriptToken.csrf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;

import io.dunwell.Trade;
import io.dunwell.receipts.ReceiptId;
import io.dunwell.receivables.ItemView;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Objects;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** A little of everything that lists show, done at the desk as far as it can be. */
class Happenings {

  private final MockMvc mvc;
  private final Trade trade;
  private final Clock clock;
  private String account = "";
  private String receipt = "";
  private String run = "";
  private String imported = "";

  Happenings(MockMvc mvc, Trade trade, Clock clock) {
    this.mvc = mvc;
    this.trade = trade;
    this.clock = clock;
  }

  /** Two customers with these numbers owe, pay, promise and dispute, and are chased. */
  void tell(String one, String other) throws Exception {
    ItemView item =
        trade.invoice(trade.customer(one), "INV-1", "100.00", Trade.DAY, Trade.DAY.plusDays(30));
    trade.invoice(trade.customer(other), "INV-2", "50.00", Trade.DAY, Trade.DAY.plusDays(40));
    ReceiptId paid = trade.receipt(item.customer(), "r-1", "40.00", Trade.DAY.plusDays(31));
    trade.pay(paid, item, "10.00", Trade.DAY.plusDays(32));
    account = "/customers/" + item.customer();
    receipt = "/receipts/" + paid.value();
    done(post(receipt + "/refunds").param("amount", "2").param("reason", "paid twice"));
    done(
        post(account + "/disputes")
            .param("item", item.id().value().toString())
            .param("currency", "EUR")
            .param("amount", "5")
            .param("department", "SALES")
            .param("claim", "One box was missing"));
    done(
        post(account + "/promises")
            .param("currency", "EUR")
            .param("amount", "20")
            .param("payBy", LocalDate.now(clock).plusDays(7).toString()));
    run = done(post("/daily-runs").param("date", Trade.DAY.plusDays(60).toString()));
    // the next day leaves everybody alone
    done(post("/daily-runs").param("date", Trade.DAY.plusDays(61).toString()));
    imported = load();
  }

  private String load() throws Exception {
    String file = "customerNumber,invoiceNumber,invoicedOn,amount,currency\nC-1,A-2,soon,1,EUR\n";
    byte[] bytes = file.getBytes(StandardCharsets.UTF_8);
    return done(
        multipart("/imports")
            .file(new MockMultipartFile("file", "l.csv", "text/csv", bytes))
            .param("kind", "invoices"));
  }

  /** Where the first customer's file is. */
  String account() {
    return account;
  }

  String receipt() {
    return receipt;
  }

  String run() {
    return run;
  }

  String imported() {
    return imported;
  }

  /** Where the form leads. */
  private String done(MockHttpServletRequestBuilder form) throws Exception {
    var response =
        mvc.perform(form.with(user("admin").roles("ADMIN")).with(csrf())).andReturn().getResponse();
    assertThat(response.getStatus()).isEqualTo(302);
    return Objects.requireNonNull(response.getRedirectedUrl());
  }
}
