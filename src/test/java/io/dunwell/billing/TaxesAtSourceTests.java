package io.dunwell.billing;

import static io.dunwell.ScriptToken.csrf;
import static io.dunwell.billing.Mill.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.user;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.dunwell.DunwellTest;
import io.dunwell.advances.Advances;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.PriceLine;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Withheld;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.party.CustomerChange;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.party.TaxId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Money;
import io.dunwell.withholding.WithholdingChoices;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.hamcrest.Matchers;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;

/** Tax collected on the invoice and tax that the customer may deduct. */
@DunwellTest
class TaxesAtSourceTests {

  private static final Currency INR = Currency.getInstance("INR");

  @Autowired Mill mill;
  @Autowired Customers customers;
  @Autowired Invoicing invoicing;
  @Autowired InvoiceNotes notes;
  @Autowired InvoiceBook book;
  @Autowired WithholdingChoices choices;
  @Autowired Taxation taxation;
  @Autowired Advances advances;
  @Autowired OpenItems openItems;
  @Autowired Ledger ledger;
  @Autowired MockMvc mvc;
  @Autowired Clock clock;

  private LocalDate today;
  private CustomerId customer;

  @BeforeEach
  void open() {
    mill.opens();
    today = LocalDate.now(clock);
    customer = mill.neighbour("C-1");
  }

  @Test
  void onScrapTaxIsCollectedPostedApartAndGivenBackWithTheWholeInvoice() throws Exception {
    ContractId contract =
        contract(Mill.price("SCRAP", "Turnings of steel", "KGS", "30.00", "7204", false));
    mill.delivers(contract, "S-1", today.minusDays(3), "SCRAP", "1000");
    InvoiceId id = draft();
    String number = mill.issues(id);

    assertThat(mill.view(id).total()).isEqualTo(inr("36108.00"));
    assertThat(openItems.ofDocuments(Set.of(number)))
        .extracting(ItemView::open)
        .containsExactly(inr("36108.00"));
    assertThat(balance(Account.TCS)).isEqualTo(inr("-708.00"));
    assertThat(balance(Account.TAX)).isEqualTo(inr("-5400.00"));
    assertThat(balance(Account.REVENUE)).isEqualTo(inr("-30000.00"));
    assertThat(shown("tcs-on-scrap", id))
        .contains("TCS 2 %", "708.00", "TCS 2 % under Income-tax Act 2025 s. 394(1)");

    InvoiceId note = notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(), "Rusty", Mill.CLERK);
    mill.issues(note);
    assertThat(mill.view(note).total()).isEqualTo(inr("36108.00"));
    assertThat(balance(Account.TCS).isZero()).isTrue();
    assertThat(balance(Account.RECEIVABLE).isZero()).isTrue();
  }

  @Test
  void whoeverMakesThingsOfScrapDeclaresItAndPaysNoTaxAtSource() throws Exception {
    String body =
        """
        {"code": "TCS-SCRAP", "applies": false, "from": "%s", \
        "reason": "Declaration that it melts it, of 2 April 2026"}"""
            .formatted(today.minusDays(1));
    mvc.perform(
            post("/api/customers/" + customer.value() + "/withholdings")
                .with(user("asha").roles("ACCOUNTS"))
                .with(csrf())
                .contentType("application/json")
                .content(body))
        .andExpect(status().isOk())
        .andExpect(jsonPath("$[0].applies").value(false));
    mvc.perform(
            post("/api/customers/" + customer.value() + "/withholdings")
                .with(user("asha").roles("ACCOUNTS"))
                .with(csrf())
                .contentType("application/json")
                .content(body.replace("TCS-SCRAP", "TCS-LUCK")))
        .andExpect(jsonPath("$.code").value("withholding.not-known"));
    ContractId contract =
        contract(Mill.price("SCRAP", "Turnings of steel", "KGS", "30.00", "7204", false));
    mill.delivers(contract, "S-1", today.minusDays(3), "SCRAP", "1000");

    assertThat(mill.view(draft()).total()).isEqualTo(inr("35400.00"));
  }

  @Test
  void aBillingExecutiveAgreesOnItOnThePageAndNobodyWhoOnlyReads() throws Exception {
    ContractId contract =
        contract(Mill.price("SCRAP", "Turnings of steel", "KGS", "30.00", "7204", false));
    MockHttpServletRequestBuilder form =
        post("/customers/" + customer.value() + "/taxes-at-source")
            .with(csrf())
            .param("code", "TCS-SCRAP")
            .param("applies", "true")
            .param("rate", "0.75")
            .param("contract", contract.value().toString())
            .param("reason", "Certificate 206C(9) of May")
            .param("from", today.toString());
    mvc.perform(form.with(user("olga").roles("AUDITOR"))).andExpect(status().isForbidden());
    mvc.perform(form.with(user("bina").roles("BILLING"))).andExpect(status().is3xxRedirection());

    assertThat(choices.of(customer))
        .containsExactly(
            new WithholdingChoices.Choice(
                contract.value(),
                "TCS-SCRAP",
                true,
                new BigDecimal("0.7500"),
                "Certificate 206C(9) of May",
                today));
    mvc.perform(
            get("/customers/" + customer.value() + "/taxes-at-source")
                .with(user("olga").roles("AUDITOR")))
        .andExpect(
            content()
                .string(
                    Matchers.allOf(
                        Matchers.containsString("Certificate 206C(9) of May"),
                        Matchers.containsString("0.75 %"),
                        Matchers.containsString("bina"),
                        Matchers.containsString(
                            "Income-tax Act 2025 s. 393(1), table, no. 6(i)"))));
  }

  @Test
  void aCustomerThatDeductsIsToldHowMuchAndOwesTheWholeTotal() throws Exception {
    knownAs("TAN", "MUMS12345A");
    ContractId contract =
        contract(Mill.price("DYE", "Dyeing, job work", "KGS", "40.00", "9988", true));
    mill.delivers(contract, "J-1", today.minusDays(3), "DYE", "700");
    InvoiceId small = draft();
    assertThat(book.withheld(small)).isEmpty();
    mill.issues(small);

    mill.delivers(contract, "J-2", today.minusDays(2), "DYE", "1000");
    InvoiceId large = draft();
    assertThat(book.withheld(large))
        .extracting(Withheld::code, w -> w.amount().toPlainString())
        .containsExactly(tuple("TDS-CONTRACT", "800.0000"));
    assertThat(mill.view(large).total()).isEqualTo(inr("47200.00"));
    mvc.perform(get("/invoices/" + large.value()).with(user("bina").roles("BILLING")))
        .andExpect(
            content()
                .string(
                    Matchers.containsString("The customer may deduct tax at source: INR 800.00")));
    mvc.perform(get("/api/invoices/" + large.value()).with(user("bina").roles("BILLING")))
        .andExpect(jsonPath("$.taxesAtSource[0].kind").value("TDS"))
        .andExpect(jsonPath("$.taxesAtSource[0].amount").value("800.00"));
    mill.issues(large);
    assertThat(shown("tds-on-services", large))
        .contains("You may deduct tax at source under Income-tax Act 2025 s. 393(1)", "₹ 800.00");
    assertThat(balance(Account.TDS).isZero()).isTrue();
  }

  @Test
  void onGoodsABuyerOfThatSizeDeductsFromWhatExceedsTheYearsThreshold() {
    choices.choose(
        customer,
        new WithholdingChoices.Choice(
            null, "TDS-GOODS", true, null, "Turnover above 10 crore", today.minusDays(30)),
        Mill.ACCOUNTS);
    ContractId contract = mill.yarnContract(customer);
    mill.delivers(contract, "Y-1", today.minusDays(3), "18000");
    InvoiceId first = draft();
    assertThat(book.withheld(first)).isEmpty();
    mill.issues(first);

    mill.delivers(contract, "Y-2", today.minusDays(2), "4000");
    assertThat(book.withheld(draft()))
        .extracting(w -> w.base().stripTrailingZeros().toPlainString(), w -> w.amount().intValue())
        .containsExactly(tuple("500000", 500));
  }

  @Test
  void anAdvanceBearsWhatIsDeductedOnPaymentAndTheInvoiceOnlyTheRest() throws Exception {
    knownAs("TAN", "MUMS12345A");
    ContractId contract =
        contract(Mill.price("DYE", "Dyeing, job work", "KGS", "40.00", "9988", true));
    InvoiceId advance = advances.ask(contract, inr("50000.00"), Mill.CLERK);
    assertThat(withheld(advance)).containsExactly("TDS-CONTRACT on 50000, 0 covered: 1000");
    mill.issues(advance);
    assertThat(shown("tds-on-an-advance", advance)).contains("You may deduct tax", "₹ 1,000.00");

    mill.delivers(contract, "J-1", today.minusDays(3), "DYE", "1000");
    InvoiceId first = draft();
    assertThat(withheld(first)).containsExactly("TDS-CONTRACT on 0, 40000 covered: 0");
    mill.delivers(contract, "J-2", today.minusDays(2), "DYE", "2000");
    InvoiceId second = draft();
    assertThat(taxation.inOrder(List.of(mill.view(first), mill.view(second))).values())
        .flatExtracting(taxed -> taxed.withheld().stream().map(each -> said(each)).toList())
        .containsExactly(
            "TDS-CONTRACT on 0, 40000 covered: 0", "TDS-CONTRACT on 70000, 10000 covered: 1400");
    mill.issues(first);
    mill.issues(second);
    assertThat(withheld(second)).containsExactly("TDS-CONTRACT on 70000, 10000 covered: 1400");

    ContractId scrap =
        contract(Mill.price("SCRAP", "Turnings of steel", "KGS", "30.00", "7204", false));
    InvoiceId collected = advances.ask(scrap, inr("9000.00"), Mill.CLERK);
    assertThat(withheld(collected)).containsExactly("TCS-SCRAP on 9000, 0 covered: 180");
    assertThat(mill.view(collected).total()).isEqualTo(inr("9180.00"));
  }

  @Test
  void whatIsCollectedOnAnAdvanceForScrapIsSetOffWithIt() throws Exception {
    ContractId scrap =
        contract(Mill.price("SCRAP", "Turnings of steel", "KGS", "30.00", "7204", false));
    mill.issues(advances.ask(scrap, inr("10000.00"), Mill.CLERK));
    assertThat(balance(Account.TCS)).isEqualTo(inr("-200.00"));
    assertThat(balance(Account.ADVANCE)).isEqualTo(inr("-10000.00"));

    mill.delivers(scrap, "S-1", today.minusDays(3), "SCRAP", "1000");
    InvoiceId id = draft();
    mill.issues(id);

    assertThat(mill.view(id).total()).isEqualTo(inr("36108.00"));
    assertThat(mill.view(id).payable()).isEqualTo(inr("25908.00"));
    assertThat(balance(Account.TCS)).isEqualTo(inr("-708.00"));
    assertThat(balance(Account.TAX)).isEqualTo(inr("-5400.00"));
    assertThat(balance(Account.ADVANCE).isZero()).isTrue();
    assertThat(balance(Account.RECEIVABLE)).isEqualTo(inr("36108.00"));
    assertThat(shown("tcs-after-an-advance", id)).contains("TCS 2 %", "708.00", "25,908.00");
  }

  private List<String> withheld(InvoiceId id) {
    return taxation.of(mill.view(id)).withheld().stream().map(TaxesAtSourceTests::said).toList();
  }

  private static String said(Withheld tax) {
    return "%s on %s, %s covered: %s"
        .formatted(tax.code(), whole(tax.value()), whole(tax.covered()), whole(tax.amount()));
  }

  private static String whole(BigDecimal amount) {
    return amount.setScale(0).toPlainString();
  }

  @Test
  void ofInvoicesIssuedInOneGoEachFollowsThoseBeforeItInTheYear() {
    choices.choose(
        customer,
        new WithholdingChoices.Choice(
            null, "TDS-GOODS", true, null, "Turnover above 10 crore", today.minusDays(30)),
        Mill.ACCOUNTS);
    ContractId contract = mill.yarnContract(customer);
    List<InvoiceView> together = new ArrayList<>();
    for (String quantity : List.of("18000", "4000", "100")) {
      mill.delivers(contract, "Y-" + quantity, today.minusDays(3), quantity);
      together.add(mill.view(draft()));
    }
    CustomerId other = mill.neighbour("C-2");
    mill.delivers(mill.yarnContract(other), "Y-2", today.minusDays(3), "4000");
    together.add(mill.view(draft()));

    assertThat(taxation.inOrder(together).values())
        .extracting(
            taxed ->
                taxed.withheld().stream()
                    .map(each -> each.base().stripTrailingZeros().toPlainString())
                    .toList())
        .containsExactly(List.of("0"), List.of("500000"), List.of("25000"), List.of());
    assertThat(taxation.of(together.get(1)).withheld().get(0).base()).isEqualByComparingTo("0");
  }

  private ContractId contract(PriceLine price) {
    return mill.contract(customer, BillingRule.PER_DELIVERY, null, false, price);
  }

  private void knownAs(String scheme, String number) {
    CustomerView view = customers.view(customer);
    List<TaxId> ids = new ArrayList<>(view.taxIds());
    ids.add(new TaxId(scheme, number));
    customers.change(
        customer,
        new CustomerChange(
            view.name(),
            view.language(),
            view.currency(),
            view.country(),
            view.collector(),
            view.terms(),
            view.contacts(),
            view.addresses(),
            ids),
        Mill.CLERK);
  }

  private InvoiceId draft() {
    return Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
  }

  private Money balance(Account account) {
    return ledger.balance(account, INR, today);
  }

  private String shown(String name, InvoiceId id) throws IOException {
    byte[] pdf = invoicing.pdf(id);
    Path shown = Files.createDirectories(Path.of("target/invoices"));
    Files.write(shown.resolve(name + ".pdf"), pdf);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document).replace('\u00a0', ' ').replaceAll("\\s+", " ");
    }
  }
}
