package io.dunwell.desk.web;

import io.dunwell.correspondence.ManualLetters;
import io.dunwell.dunning.Why;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.party.Contact;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Department;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Cockpit;
import io.dunwell.workflow.Tasks;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The account file: everything about one customer on one page, one currency at a time. */
@DeskPage
class AccountPage {

  private static final Columns<Contact> CONTACTS =
      Columns.<Contact>of("contacts")
          .word("role", "details.role", "contact.role.", Contact::role)
          .text("name", "customers.name", Contact::name)
          .text("email", "details.email", Contact::email)
          .text("phone", "details.phone", Contact::phone);

  private final Customers customers;
  private final AccountFile file;
  private final Lists lists;
  private final Cockpit cockpit;
  private final Tasks tasks;
  private final Why why;
  private final ManualLetters letters;
  private final Clock clock;

  AccountPage(
      Customers customers,
      AccountFile file,
      Lists lists,
      Cockpit cockpit,
      Tasks tasks,
      Why why,
      ManualLetters letters,
      Clock clock) {
    this.customers = customers;
    this.file = file;
    this.lists = lists;
    this.cockpit = cockpit;
    this.tasks = tasks;
    this.why = why;
    this.letters = letters;
    this.clock = clock;
  }

  @GetMapping("/customers/{id}")
  ModelAndView account(@PathVariable String id, @RequestParam Map<String, String> params) {
    CustomerView customer = customer(id);
    ListPage page = lists.page("desk/account-items", params);
    String shown = frame(customer, params.get("currency"), "items", page);
    Query items =
        Items.open(
            customer.id().value(), shown, LocalDate.now(clock), params.getOrDefault("q", ""));
    page.list("items", lists.of(Items.COLUMNS, items, ItemRow::read));
    AccountKey account = new AccountKey(customer.id(), Currency.getInstance(shown));
    return page.with("why", why.sentences(account, LocalDate.now(clock))).answer();
  }

  @GetMapping("/customers/{id}/history")
  ModelAndView history(@PathVariable String id, @RequestParam Map<String, String> params) {
    CustomerView customer = customer(id);
    ListPage page = lists.page("desk/account-history", params);
    frame(customer, params.get("currency"), "history", page);
    String kind = params.get("kind");
    Query history = History.of(customer.id().value(), kind, params.getOrDefault("q", ""));
    page.list("history", lists.of(History.COLUMNS, history, HistoryRow::read));
    return page.with("kind", kind).answer();
  }

  @GetMapping("/customers/{id}/holds")
  ModelAndView holds(@PathVariable String id, @RequestParam Map<String, String> params) {
    CustomerView customer = customer(id);
    UUID key = customer.id().value();
    ListPage page = lists.page("desk/account-holds", params);
    frame(customer, params.get("currency"), "holds", page);
    page.also(
        "promises",
        lists.of(
            HoldingBack.PROMISES,
            HoldingBack.promises(key, params.getOrDefault("promises.q", "")),
            PromiseRow::read));
    page.also(
        "holds",
        lists.of(
            HoldingBack.HOLDS,
            HoldingBack.holds(key, params.getOrDefault("holds.q", "")),
            HoldRow::read));
    page.also(
        "disputes",
        lists.of(
            HoldingBack.DISPUTES,
            HoldingBack.disputes(key, params.getOrDefault("disputes.q", "")),
            DisputeRow::read));
    return page.answer();
  }

  @GetMapping(value = "/customers/{id}/statement", produces = MediaType.APPLICATION_PDF_VALUE)
  ResponseEntity<byte[]> statement(
      @PathVariable String id, @RequestParam(required = false) @Nullable String currency) {
    CustomerView customer = customer(id);
    Currency shown = Currency.getInstance(file.currency(customer, currency));
    String name = "statement-" + LocalDate.now(clock) + "-" + shown + ".pdf";
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.inline().filename(name).build().toString())
        .body(letters.statement(customer.id(), shown));
  }

  @GetMapping("/customers/{id}/details")
  ModelAndView details(@PathVariable String id, @RequestParam Map<String, String> params) {
    CustomerView customer = customer(id);
    ListPage page = lists.page("desk/account-details", params);
    frame(customer, params.get("currency"), "details", page);
    page.also("contacts", lists.of(CONTACTS, customer.contacts()));
    return page.answer();
  }

  /** What every tab of the file shows; the currency that is open. */
  private String frame(
      CustomerView customer, @Nullable String currency, String tab, ListPage page) {
    String shown = file.currency(customer, currency);
    page.with("customer", customer)
        .with("currencies", file.currencies(customer))
        .with("currency", shown)
        .with("tab", tab)
        .with("strip", file.strip(customer.id(), shown));
    CaseRow open = file.openCase(customer.id(), shown);
    page.with("case", open);
    if (open != null) {
      page.with("cockpit", cockpit.linkTo(open.id().toString()).orElse(null));
      page.with("tasks", tasks.about(open.id().toString()));
    }
    page.with("contactKinds", ContactKind.values());
    page.with("contactOutcomes", ContactOutcome.values());
    page.with("departments", Department.values());
    return shown;
  }

  /** Links carry ids; a number typed into the address finds its customer too. */
  private CustomerView customer(String id) {
    try {
      return customers.view(new CustomerId(UUID.fromString(id)));
    } catch (IllegalArgumentException number) {
      return customers
          .byNumber(id)
          .orElseThrow(
              () -> new RuleViolation("customer.unknown", "There is no customer " + id + "."));
    }
  }
}
