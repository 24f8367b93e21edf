package io.dunwell.billing;

import static io.dunwell.billing.Mill.inr;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.DunwellTest;
import io.dunwell.advances.Advances;
import io.dunwell.approval.Approvals;
import io.dunwell.approval.Approvers;
import io.dunwell.approval.Submitting;
import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractId;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.Contracts;
import io.dunwell.contracts.DeliveryId;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Subject;
import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.invoices.TaxShare;
import io.dunwell.ledger.Account;
import io.dunwell.ledger.Ledger;
import io.dunwell.numbering.FiscalYear;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.ItemView;
import io.dunwell.receivables.OpenItems;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@DunwellTest
class InvoicingTests {

  private static final Currency INR = Currency.getInstance("INR");

  @Autowired Mill mill;
  @Autowired Drafts drafts;
  @Autowired Approvals approvals;
  @Autowired Submitting submitting;
  @Autowired Approvers approvers;
  @Autowired Invoicing invoicing;
  @Autowired InvoiceNotes notes;
  @Autowired Advances advances;
  @Autowired BillingSettings billing;
  @Autowired Contracts contracts;
  @Autowired Unbilled unbilled;
  @Autowired OpenItems openItems;
  @Autowired Ledger ledger;
  @Autowired Documents documents;
  @Autowired Letters letters;
  @Autowired InvoiceBook invoices;
  @Autowired JdbcClient jdbc;
  @Autowired Clock clock;

  private CustomerId customer;
  private ContractId contract;
  private LocalDate today;
  private LocalDate delivered;

  @BeforeEach
  void open() {
    mill.opens();
    today = LocalDate.now(clock);
    delivered = today.minusDays(20);
    customer = mill.neighbour("C-1");
    contract = mill.yarnContract(customer);
  }

  @Test
  void aNoteKeepsTheRateThatTheInvoiceHadForItsPrice() {
    ContractId coats =
        mill.contract(
            customer,
            BillingRule.PER_DELIVERY,
            null,
            false,
            Mill.price("COAT", "Wool coat", "PCS", "3000.00", "6201", false));
    mill.delivers(coats, "DC-9", delivered, "COAT", "10");
    InvoiceId id = draft();
    assertThat(mill.view(id).tax()).isEqualTo(inr("5400.00"));
    mill.issues(id);
    UUID line = mill.view(id).lines().get(0).id();

    InvoiceId note =
        notes.note(
            InvoiceKind.CREDIT_NOTE,
            id,
            List.of(new InvoiceNotes.NoteLine(line, BigDecimal.TEN, new BigDecimal("100"))),
            "Moths",
            Mill.CLERK);

    assertThat(mill.view(note).tax()).isEqualTo(inr("180.00"));
  }

  @Test
  void issuingIsNumberPostingOpenItemPdfAndLetterAtOnce() throws Exception {
    DeliveryId delivery = mill.delivers(contract, "DC-1", delivered, "40");
    mill.proves(delivery);
    InvoiceId id = draft();
    assertThat(mill.view(id).taxes())
        .extracting(TaxShare::component, share -> share.amount().toPlainString())
        .containsExactly(tuple("CGST", "250.00"), tuple("SGST", "250.00"));

    String number = mill.issues(id);

    assertThat(number).matches("INV/\\d{4}/000001");
    assertThat(openItems.ofDocuments(Set.of(number)))
        .extracting(ItemView::open, ItemView::dueOn)
        .containsExactly(tuple(inr("10500.00"), today.plusDays(30)));
    assertThat(balance(Account.RECEIVABLE)).isEqualTo(inr("10500.00"));
    assertThat(balance(Account.REVENUE)).isEqualTo(inr("-10000.00"));
    assertThat(balance(Account.TAX)).isEqualTo(inr("-500.00"));
    Map<String, List<DocumentView>> filed = documents.filed("invoice", List.of(number));
    assertThat(filed).containsKey(number);
    assertThat(text(invoicing.pdf(id)))
        .contains("Tax Invoice", number, "₹ 10,500.00", "Rupees Ten Thousand Five Hundred Only")
        .contains("27AAPFU0939F1ZV", "5205", "Maharashtra (27)", "DC-1");
    String mail = mail(id);
    assertThat(mail).contains("signed.txt", number.replace('/', '-') + ".pdf");
    assertThat(mail).contains("To: pay@example.com");
  }

  @Test
  void theMailHoldsOurOwnPdfAndNamesWhatWasTooLargeForIt() {
    FiscalYear year = FiscalYear.of(today, 4);
    String number = "INV/%02d%02d/000001".formatted(year.year() % 100, (year.year() + 1) % 100);
    Actor guesser = new Actor("gita");
    documents.store(pdf(100), "planted.pdf", Subject.invoice(number), guesser);
    documents.store(pdf(9 << 20), "large.pdf", Subject.invoice(number), guesser);
    DeliveryId delivery = mill.delivers(contract, "DC-1", delivered, "40");
    mill.proves(delivery, "scan.pdf", pdf(8 << 20));
    mill.proves(delivery);
    InvoiceId id = draft();

    assertThat(mill.issues(id)).isEqualTo(number);

    assertThat(mail(id))
        .contains(number.replace('/', '-') + ".pdf", "signed.txt")
        .contains("not enclosed: scan.pdf")
        .doesNotContain("planted.pdf", "large.pdf", "filename=scan.pdf");
    assertThat(invoices.history(id))
        .anyMatch(
            each ->
                each.what().equals("letter.enclosures-left-out")
                    && each.text().contains("scan.pdf"));
  }

  private static byte[] pdf(int size) {
    byte[] content = new byte[size];
    Arrays.fill(content, (byte) ' ');
    byte[] start = ("%PDF-1.7 " + size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(start, 0, content, 0, start.length);
    return content;
  }

  @Test
  void whatIsNotApprovedIsNotIssuedAndUsesNoNumber() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    refused("invoice.not-approved", () -> invoicing.issue(id, Mill.CLERK));
    submitting.submit(id, Mill.CLERK);
    refused("invoice.not-approved", () -> invoicing.issue(id, Mill.CLERK));
    assertThat(count("numbering.used_number")).isZero();
  }

  @Test
  void aBuyerWhoMovedAfterTheApprovalIsLookedAtAgain() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    mill.approves(id);
    mill.moves(customer, "9 Quay Street");

    refused("invoice.buyer-changed", () -> invoicing.issue(id, Mill.CLERK));
    assertThat(invoicing.issueOrReturn(id, Mill.CLERK)).isEmpty();

    assertThat(mill.view(id).status()).isEqualTo(InvoiceStatus.RETURNED);
    mill.approves(id);
    assertThat(invoicing.issue(id, Mill.CLERK)).endsWith("/000001");
  }

  @Test
  void issuingTwiceIsIssuingOnce() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    String number = mill.issues(id);
    assertThat(invoicing.issue(id, Mill.CLERK)).isEqualTo(number);
    assertThat(count("numbering.used_number")).isOne();
  }

  @Test
  void anIssuedInvoiceDoesNotChange() {
    mill.delivers(contract, "DC-1", delivered, "40");
    mill.issues(draft());
    assertThatThrownBy(() -> jdbc.sql("update billing.invoice set total = total, net = 1").update())
        .isInstanceOf(Exception.class);
    assertThatThrownBy(() -> jdbc.sql("update billing.invoice_line set quantity = 1").update())
        .hasMessageContaining("does not change");
  }

  @Test
  void instalmentsOpenAnItemEach() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    Basis basis = mill.view(id).basis();
    refused(
        "invoice.unreadable-terms",
        () -> drafts.revise(id, with(basis, "as agreed by phone"), lines(id), Mill.CLERK));
    refused(
        "invoice.unreadable-terms",
        () -> drafts.revise(id, with(basis, "40% net 30, 70% net 60"), lines(id), Mill.CLERK));
    drafts.revise(id, with(basis, " 30% Net 30, 70% net 60 days"), lines(id), Mill.CLERK);
    assertThat(mill.view(id).basis().terms()).isEqualTo("30% net 30, 70% net 60");
    String number = mill.issues(id);
    assertThat(openItems.ofDocuments(Set.of(number)))
        .extracting(ItemView::open, ItemView::dueOn)
        .containsExactly(
            tuple(inr("3150.00"), today.plusDays(30)), tuple(inr("7350.00"), today.plusDays(60)));
  }

  @Test
  void aCancelledInvoiceKeepsItsNumberAndFreesWhatItBilled() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    String number = mill.issues(id);
    invoicing.cancel(id, "Billed to the wrong branch", Mill.CLERK);

    assertThat(balance(Account.RECEIVABLE)).isEqualTo(inr("0.00"));
    assertThat(openItems.ofDocuments(Set.of(number)).get(0).open()).isEqualTo(inr("0.00"));
    assertThat(unbilled.asOf(today)).extracting(UnbilledItem::cause).containsExactly(Cause.READY);
    assertThat(
            jdbc.sql("select reason from numbering.cancelled_number where number = ?")
                .param(number)
                .query(String.class)
                .single())
        .isEqualTo("Billed to the wrong branch");
    assertThat(
            jdbc.sql("select state from correspondence.v_letter where id = ?")
                .param(mill.view(id).letter())
                .query(String.class)
                .single())
        .as("what still waited in the outbox never leaves")
        .isEqualTo("withdrawn");
    assertThat(mill.issues(draft())).endsWith("000002");
  }

  @Test
  void aCreditNoteRefersToItsInvoiceAndGivesTheTaxBack() throws Exception {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    String number = mill.issues(id);
    LineView line = mill.view(id).lines().get(0);
    InvoiceId note =
        notes.note(
            InvoiceKind.CREDIT_NOTE,
            id,
            List.of(new InvoiceNotes.NoteLine(line.id(), new BigDecimal("4"), null)),
            "Four kilos were damp",
            Mill.CLERK);
    itStaysANote(note);
    String noteNumber = mill.issues(note);

    assertThat(noteNumber).matches("CN/\\d{4}/000001");
    assertThat(balance(Account.REVENUE)).isEqualTo(inr("-9000.00"));
    assertThat(balance(Account.TAX)).isEqualTo(inr("-450.00"));
    assertThat(openItems.ofDocuments(Set.of(noteNumber)).get(0).open()).isEqualTo(inr("-1050.00"));
    assertThat(text(invoicing.pdf(note)))
        .contains("Credit Note", number, "Four kilos were damp", "Credited");
    InvoiceNotes.NoteLine all = new InvoiceNotes.NoteLine(line.id(), new BigDecimal("40"), null);
    refused(
        "credit-note.more-than-billed",
        () -> notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(all), "All of it", Mill.CLERK));
    refused("invoice.has-notes", () -> invoicing.cancel(id, "Too late", Mill.CLERK));
    assertThat(notes.left(id)).containsValue(new BigDecimal("9000.00"));
    InvoiceId rest = notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(), "The rest", Mill.CLERK);
    assertThat(mill.view(rest).net()).isEqualTo(inr("9000.00"));
    refused(
        "credit-note.nothing-left",
        () -> notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(), "Again", Mill.CLERK));
  }

  private void itStaysANote(InvoiceId note) {
    Charge credited = mill.view(note).lines().get(0).charge();
    refused(
        "invoice.lines-are-given",
        () -> drafts.add(Seen.asItStands(note), credited, "More of it", Mill.CLERK));
    NewLine dearer =
        new NewLine(
            mill.view(note).lines().get(0).id(),
            credited.at(new BigDecimal("4"), new BigDecimal("9999"), BigDecimal.ZERO, INR),
            null);
    refused(
        "credit-note.more-than-billed",
        () -> drafts.revise(note, mill.view(note).basis(), List.of(dearer), Mill.CLERK));
    NewLine elsewise =
        new NewLine(dearer.id(), credited.worded("Yarn", "9999", "TAXED"), dearer.id());
    refused(
        "credit-note.other-tax-code",
        () -> drafts.revise(note, mill.view(note).basis(), List.of(elsewise), Mill.CLERK));
    InvoiceId original = Objects.requireNonNull(mill.view(note).original());
    refused(
        "credit-note.unknown-line",
        () ->
            drafts.draft(
                new NewInvoice(
                    InvoiceKind.CREDIT_NOTE,
                    mill.view(note).basis(),
                    List.of(NewLine.of(credited)),
                    original,
                    "Of nothing",
                    null),
                Mill.CLERK));
  }

  @Test
  void whatWasCreditedBeforeItCameBackIsNotCreditedAgain() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    mill.issues(id);
    UUID line = mill.view(id).lines().get(0).id();
    InvoiceNotes.NoteLine six = new InvoiceNotes.NoteLine(line, new BigDecimal("6"), null);
    InvoiceNotes.NoteLine cheaper =
        new InvoiceNotes.NoteLine(line, new BigDecimal("34"), new BigDecimal("1"));
    mill.issues(notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(six, cheaper), "Damp", Mill.CLERK));

    mill.takesBack(delivery, "4", today);
    assertThat(unbilled.asOf(today)).isEmpty();
    assertThat(mill.bills(today).drafts()).isEmpty();
    mill.takesBack(delivery, "5", today);
    assertThat(unbilled.asOf(today))
        .extracting(UnbilledItem::cause, item -> item.quantity().stripTrailingZeros())
        .containsExactly(tuple(Cause.CREDIT_DUE, new BigDecimal("-3")));
    assertThat(mill.view(draft()).net()).isEqualTo(inr("750.00"));
  }

  @Test
  void aDifferenceInPriceIsDebitedOrCreditedWithOrWithoutTax() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    mill.issues(id);
    LineView line = mill.view(id).lines().get(0);
    InvoiceNotes.NoteLine difference =
        new InvoiceNotes.NoteLine(line.id(), new BigDecimal("40"), new BigDecimal("2.50"));
    refused(
        "note.no-lines",
        () -> notes.note(InvoiceKind.DEBIT_NOTE, id, List.of(), "More", Mill.CLERK));
    InvoiceId debit =
        notes.note(InvoiceKind.DEBIT_NOTE, id, List.of(difference), "Cotton rose", Mill.CLERK);
    assertThat(mill.issues(debit)).matches("DN/\\d{4}/000001");
    assertThat(mill.view(debit).total()).isEqualTo(inr("105.00"));
    assertThat(balance(Account.REVENUE)).isEqualTo(inr("-10100.00"));

    InvoiceId credit =
        notes.note(
            new InvoiceNotes.NewNote(
                InvoiceKind.CREDIT_NOTE, id, List.of(difference), "Goodwill", true, false),
            Mill.CLERK);
    assertThat(mill.view(credit).total()).isEqualTo(inr("100.00"));
    assertThat(mill.view(credit).tax()).isEqualTo(inr("0.00"));
  }

  @Test
  void whatIsCreditedToBeBilledAgainIsUnbilledOnceTheNoteIsIssued() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    mill.issues(id);
    UUID line = mill.view(id).lines().get(0).id();
    InvoiceId note =
        notes.note(
            new InvoiceNotes.NewNote(
                InvoiceKind.CREDIT_NOTE,
                id,
                List.of(new InvoiceNotes.NoteLine(line, new BigDecimal("15"), null)),
                "Wrong buyer",
                false,
                true),
            Mill.CLERK);
    assertThat(mill.bills(today).drafts()).as("not issued yet").isEmpty();
    mill.issues(note);
    RunReport again = mill.bills(today);
    assertThat(again.drafts())
        .extracting(RunReport.DraftSummary::kind, RunReport.DraftSummary::net)
        .containsExactly(tuple(InvoiceKind.INVOICE, inr("3750.00")));
    assertThat(mill.bills(today).drafts()).isEmpty();
    refused("credit-note.billed-again", () -> invoicing.cancel(note, "Wrong", Mill.CLERK));
  }

  @Test
  void whatIsCreditedByHandIsNotCreditedAgainByARun() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    mill.issues(id);
    mill.takesBack(delivery, "5", delivered.plusDays(1));
    LineView line = mill.view(id).lines().get(0);
    InvoiceNotes.NoteLine back = new InvoiceNotes.NoteLine(line.id(), new BigDecimal("5"), null);
    InvoiceId note = notes.note(InvoiceKind.CREDIT_NOTE, id, List.of(back), "Damp", Mill.CLERK);
    assertThat(mill.bills(today).drafts()).isEmpty();
    approvals.withdraw(note, "The run shall do it", Mill.CLERK);
    assertThat(mill.bills(today).drafts())
        .extracting(RunReport.DraftSummary::kind)
        .containsExactly(InvoiceKind.CREDIT_NOTE);
  }

  @Test
  void anAdvanceIsSetOffLater() {
    ContractId advance =
        mill.contract(customer, BillingRule.ADVANCE, null, false, Mill.yarn("250.00"));
    InvoiceId first = advances.ask(advance, inr("4000.00"), Mill.CLERK);
    Charge sum = mill.view(first).lines().get(0).charge();
    refused(
        "invoice.lines-are-given",
        () -> drafts.add(Seen.asItStands(first), sum, "And this", Mill.CLERK));
    assertThat(mill.issues(first)).startsWith("AD/");
    assertThat(balance(Account.ADVANCE)).isEqualTo(inr("-4000.00"));

    mill.delivers(advance, "DC-1", delivered, "40");
    InvoiceId id = draft();
    String number = mill.issues(id);

    assertThat(mill.view(id).setOff()).isEqualTo(inr("4000.00"));
    assertThat(openItems.ofDocuments(Set.of(number)).get(0).open()).isEqualTo(inr("6500.00"));
    assertThat(balance(Account.ADVANCE)).isEqualTo(inr("0.00"));
    assertThat(balance(Account.REVENUE)).isEqualTo(inr("-10000.00"));
    assertThat(balance(Account.TAX)).isEqualTo(inr("-500.00"));
  }

  @Test
  void aRunAsksOnceForTheAdvanceThatAContractAgreesOn() {
    ContractId agreed =
        mill.contract(customer, BillingRule.ADVANCE, null, false, Mill.yarn("250.00"));
    ContractTerms terms = contracts.view(agreed, today).asTerms();
    contracts.amend(
        agreed,
        new ContractTerms(
            terms.title(),
            terms.validFrom(),
            null,
            terms.billingRule(),
            terms.paymentTerms(),
            null,
            terms.priceLines(),
            terms.owner(),
            terms.placeOfSupply(),
            terms.taxScheme(),
            false,
            inr("5000.00")),
        Mill.SINCE,
        "An advance is agreed",
        Mill.SALES);
    assertThat(mill.bills(today).drafts())
        .extracting(RunReport.DraftSummary::kind, each -> each.net().text())
        .containsExactly(tuple(InvoiceKind.ADVANCE, "5000.00"));
    assertThat(mill.bills(today).drafts()).isEmpty();
    assertThat(advances.list(agreed, null)).hasSize(1);
  }

  @Test
  void aCreditNoteThatComesTooLateForTheTaxIsWarnedOfOrRefused() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    mill.issues(id);
    InvoiceView issued = mill.view(id);
    List<Charge> charges = issued.lines().stream().map(LineView::charge).toList();
    LocalDate last = LateCredit.deadline(Objects.requireNonNull(issued.issuedOn()));
    LateCredit onTime = new LateCredit(settings(), at(last));
    LateCredit late = new LateCredit(settings(), at(last.plusDays(1)));

    assertThat(onTime.warning(issued)).isEmpty();
    onTime.check(issued, charges);
    assertThat(late.warning(issued)).hasValueSatisfying(said -> assertThat(said).contains("34(2)"));
    refused("credit-note.too-late", () -> late.check(issued, charges));
    late.check(
        issued,
        charges.stream()
            .map(each -> each.worded(each.description(), each.taxCode(), LateCredit.WITHOUT_TAX))
            .toList());
    assertThat(notes.lateCredit(id)).isEmpty();
  }

  private static Clock at(LocalDate day) {
    return Clock.fixed(day.atTime(12, 0).toInstant(ZoneOffset.UTC), ZoneOffset.UTC);
  }

  private BillingSettings settings() {
    return new BillingSettings(
        billing.seller(), false, false, BillingSettings.LateCreditNotes.REFUSE, Map.of());
  }

  @Test
  void invoicesMadeTogetherSetAnAdvanceOffOnce() {
    ContractId advance =
        mill.contract(customer, BillingRule.ADVANCE, null, false, Mill.yarn("250.00"));
    mill.issues(advances.ask(advance, inr("14000.00"), Mill.CLERK));
    mill.delivers(advance, "DC-1", delivered, "40");
    mill.delivers(advance, "DC-2", delivered, "40");
    List<InvoiceId> ids =
        mill.bills(today).drafts().stream().map(RunReport.DraftSummary::id).toList();
    submitting.submitAll(ids, Mill.CLERK);
    assertThat(ids)
        .extracting(id -> mill.view(id).setOff().text())
        .containsExactlyInAnyOrder("10500.00", "3500.00");
  }

  @Test
  void anInvoicePaidInAdvanceOpensNothing() {
    ContractId advance =
        mill.contract(customer, BillingRule.ADVANCE, null, false, Mill.yarn("250.00"));
    mill.issues(advances.ask(advance, inr("20000.00"), Mill.CLERK));
    mill.delivers(advance, "DC-1", delivered, "40");
    InvoiceId id = draft();
    String number = mill.issues(id);
    assertThat(mill.view(id).payable()).isEqualTo(inr("0.00"));
    assertThat(openItems.ofDocuments(Set.of(number))).isEmpty();
    assertThat(balance(Account.ADVANCE)).isEqualTo(inr("-9500.00"));
  }

  @Test
  void lessThanWasDeliveredIsBilledAndTheRestStaysUnbilled() {
    mill.delivers(contract, "DC-1", delivered, "40");
    InvoiceId id = draft();
    InvoiceView before = mill.view(id);
    drafts.revise(id, before.basis(), List.of(quantity(before, "15")), Mill.CLERK);

    LineView line = mill.view(id).lines().get(0);
    assertThat(line.charge().net()).isEqualByComparingTo("3750");
    assertThat(line.charge().contractNet()).isEqualByComparingTo("3750");
    assertThat(unbilled.asOf(today))
        .extracting(UnbilledItem::cause, item -> item.quantity().intValue())
        .containsExactlyInAnyOrder(tuple(Cause.IN_DRAFT, 15), tuple(Cause.READY, 25));

    drafts.revise(id, before.basis(), List.of(quantity(before, "18")), Mill.CLERK);
    refused(
        "invoice.more-than-delivered",
        () -> drafts.revise(id, before.basis(), List.of(quantity(before, "41")), Mill.CLERK));
    mill.issues(id);
    InvoiceId rest = draft();
    assertThat(mill.view(rest).lines().get(0).charge().quantity()).isEqualByComparingTo("22");
    approvals.withdraw(rest, "Another day", Mill.CLERK);
    invoicing.cancel(id, "Wrong customer", Mill.CLERK);
    assertThat(unbilled.asOf(today))
        .extracting(item -> item.quantity().intValue())
        .containsExactly(40);
  }

  @Test
  void whatComesBackOfTwoInvoicesIsCreditedOnBoth() {
    DeliveryId delivery = mill.delivers(contract, "DC-1", delivered, "10");
    InvoiceId first = draft();
    InvoiceView view = mill.view(first);
    drafts.revise(first, view.basis(), List.of(quantity(view, "6")), Mill.CLERK);
    mill.issues(first);
    mill.issues(draft());
    mill.takesBack(delivery, "7", delivered.plusDays(1));

    assertThat(mill.bills(today).drafts())
        .extracting(RunReport.DraftSummary::kind, each -> each.net().text())
        .containsExactlyInAnyOrder(
            tuple(InvoiceKind.CREDIT_NOTE, "1000.00"), tuple(InvoiceKind.CREDIT_NOTE, "750.00"));
    assertThat(mill.bills(today).drafts()).isEmpty();
  }

  @Test
  void linesAreSplitOffDroppedAndAdded() {
    ContractId monthly =
        mill.contract(
            customer,
            BillingRule.MONTHLY,
            null,
            false,
            Mill.yarn("250.00"),
            Mill.price("DYE", "Dyeing", "KGS", "20.00", "998821", true));
    LocalDate before = today.minusMonths(1);
    mill.delivers(monthly, "DC-1", before, "40");
    mill.delivers(monthly, "DC-2", before, "DYE", "5");
    InvoiceId id = draft();
    LineView dyed = mill.view(id).lines().get(1);
    InvoiceView seen = mill.view(id);

    InvoiceId other = drafts.split(Seen.asItStands(id), Set.of(dyed.id()), Mill.CLERK);
    assertThat(mill.view(id).lines()).hasSize(1);
    assertThat(mill.view(other).lines().get(0).charge().item()).isEqualTo("DYE");
    assertThat(unbilled.asOf(today)).allMatch(item -> item.cause() == Cause.IN_DRAFT);
    whoSawItBeforeChangesNothing(seen, dyed);
    assertThat(approvers.facts(mill.view(other)).amount())
        .as("approvers are asked by what all parts come to")
        .isEqualTo(approvers.facts(mill.view(id)).amount())
        .isGreaterThan(10_500);
    assertThat(approvers.decide(mill.view(other)).because().values())
        .isNotEmpty()
        .allSatisfy(why -> assertThat(why).contains("It was split"));
    refused(
        "invoice.nothing-to-bill",
        () ->
            drafts.drop(
                Seen.asItStands(id), Set.of(mill.view(id).lines().get(0).id()), Mill.CLERK));

    Charge freight =
        new Charge(
            "FREIGHT",
            "Freight to Mumbai",
            "OTH",
            BigDecimal.ONE,
            new BigDecimal("1200"),
            BigDecimal.ZERO,
            new BigDecimal("1200.00"),
            "9965",
            true,
            "TAXED",
            null,
            null,
            null,
            null,
            null);
    refused(
        "invoice.line-no-reason",
        () -> drafts.add(Seen.asItStands(other), freight, " ", Mill.CLERK));
    drafts.add(Seen.asItStands(other), freight, "Agreed by phone with Mr Rao", Mill.CLERK);
    LineView added = mill.view(other).lines().get(1);
    assertThat(added.because()).isEqualTo("Agreed by phone with Mr Rao");
    assertThat(added.deviates()).isTrue();
    drafts.drop(Seen.asItStands(other), Set.of(mill.view(other).lines().get(0).id()), Mill.CLERK);
    assertThat(mill.bills(today).drafts())
        .as("what a dropped line billed is unbilled again")
        .hasSize(1);
  }

  /** Else the line that was split off came back without what it billed: billed twice. */
  private void whoSawItBeforeChangesNothing(InvoiceView seen, LineView gone) {
    Seen before = new Seen(seen.id(), seen.preparation().edition());
    List<NewLine> all = seen.lines().stream().map(NewLine::of).toList();
    refused(
        "invoice.changed-meanwhile", () -> drafts.revise(seen.id(), seen.basis(), all, Mill.CLERK));
    refused(
        "invoice.changed-meanwhile",
        () -> drafts.revise(before, now -> new Revision(now.basis(), all), Mill.CLERK));
    refused("invoice.changed-meanwhile", () -> drafts.drop(before, Set.of(gone.id()), Mill.CLERK));
    refused(
        "invoice-line.unknown",
        () -> drafts.drop(Seen.asItStands(seen.id()), Set.of(gone.id()), Mill.CLERK));
    assertThat(mill.view(seen.id()).lines()).hasSize(1);
  }

  @Test
  void aPurchaseOrderIsNotBilledBeyondItsCapOrItsEnd() {
    ContractId ordered =
        mill.contract(
            customer,
            BillingRule.PER_DELIVERY,
            new PurchaseOrder("PO-7", inr("10000.00"), null),
            false,
            Mill.yarn("250.00"));
    mill.delivers(ordered, "DC-1", delivered, "40");
    InvoiceId id = draft();
    InvoiceView view = mill.view(id);
    NewLine dearer = fortyAt(view, "260");
    drafts.revise(id, view.basis(), List.of(dearer), Mill.CLERK);
    refused("invoice.order-exceeded", () -> submitting.submit(id, Mill.CLERK));
    drafts.revise(id, view.basis(), List.of(quantity(view, "39")), Mill.CLERK);
    noOtherOrderFreesIt(ordered, id);
    submitting.submit(id, Mill.CLERK);
  }

  private static NewLine fortyAt(InvoiceView view, String price) {
    LineView line = view.lines().get(0);
    BigDecimal unitPrice = new BigDecimal(price);
    return new NewLine(
        line.id(), line.charge().at(new BigDecimal("40"), unitPrice, BigDecimal.ZERO, INR), null);
  }

  /** Neither by another number nor by none does it escape the order's cap. */
  private void noOtherOrderFreesIt(ContractId ordered, InvoiceId id) {
    InvoiceView view = mill.view(id);
    refused(
        "invoice.order-unknown",
        () -> drafts.revise(id, ordered(view.basis(), "PO-9"), lines(id), Mill.CLERK));
    refused(
        "invoice.order-missing",
        () -> drafts.revise(id, ordered(view.basis(), null), lines(id), Mill.CLERK));
    contracts.amend(
        ordered,
        contracts.view(ordered, today).asTerms().under(new PurchaseOrder("PO-8", null, null)),
        today,
        "Another order",
        Mill.SALES);
    drafts.revise(id, view.basis(), List.of(quantity(view, "40")), Mill.CLERK);
    NewLine more = fortyAt(view, "251");
    drafts.revise(id, view.basis(), List.of(more), Mill.CLERK);
    refused("invoice.order-exceeded", () -> submitting.submit(id, Mill.CLERK));
    drafts.revise(id, ordered(view.basis(), "PO-8"), List.of(more), Mill.CLERK);
  }

  private static Basis ordered(Basis basis, @Nullable String po) {
    return new Basis(
        basis.customer(),
        basis.contract(),
        basis.contractNumber(),
        basis.contractVersion(),
        basis.currency(),
        basis.terms(),
        po,
        basis.taxScheme(),
        basis.placeOfSupply(),
        basis.supply(),
        basis.remark());
  }

  private static NewLine quantity(InvoiceView invoice, String quantity) {
    LineView line = invoice.lines().get(0);
    return new NewLine(
        line.id(),
        line.charge().at(new BigDecimal(quantity), line.charge().unitPrice(), BigDecimal.ZERO, INR),
        null);
  }

  private InvoiceId draft() {
    return Objects.requireNonNull(mill.bills(today).drafts().get(0).id());
  }

  private List<NewLine> lines(InvoiceId id) {
    return mill.view(id).lines().stream()
        .map(line -> new NewLine(line.id(), line.charge(), null))
        .toList();
  }

  private static Basis with(Basis basis, String terms) {
    return new Basis(
        basis.customer(),
        basis.contract(),
        basis.contractNumber(),
        basis.contractVersion(),
        basis.currency(),
        terms,
        basis.poNumber(),
        basis.taxScheme(),
        basis.placeOfSupply(),
        basis.supply(),
        basis.remark());
  }

  private String mail(InvoiceId id) {
    LetterId letter = new LetterId(Objects.requireNonNull(mill.view(id).letter()));
    return new String(letters.eml(letter), StandardCharsets.UTF_8);
  }

  private Money balance(Account account) {
    return ledger.balance(account, INR, today);
  }

  private long count(String table) {
    return jdbc.sql("select count(*) from " + table).query(Long.class).single();
  }

  private static String text(byte[] pdf) throws Exception {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return new PDFTextStripper().getText(document);
    }
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatThrownBy(act).extracting("code").isEqualTo(code);
  }
}
