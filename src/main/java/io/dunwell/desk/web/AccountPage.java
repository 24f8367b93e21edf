package io.dunwell.desk.web;

import io.dunwell.correspondence.ManualLetters;
import io.dunwell.dunning.Why;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.party.Customers;
import io.dunwell.receivables.AccountKey;
import io.dunwell.resolution.ContactKind;
import io.dunwell.resolution.ContactOutcome;
import io.dunwell.resolution.Department;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.export.Column;
import io.dunwell.workflow.Cockpit;
import io.dunwell.workflow.Tasks;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The account file: everything about one customer on one page, one currency at a time. */
@DeskPage
class AccountPage {

  private static final Download<ItemRow> FILE =
      new Download<>(
          "open-items",
          List.of(
              Column.text("Document"),
              Column.text("Kind"),
              Column.date("Issued"),
              Column.date("Due"),
              Column.text("Currency"),
              Column.amount("Amount"),
              Column.amount("Open"),
              Column.amount("On hold"),
              Column.number("Level")),
          r ->
              new @Nullable Object[] {
                r.label(),
                r.kind(),
                r.issuedOn(),
                r.dueOn(),
                r.open().currency().getCurrencyCode(),
                r.amount(),
                r.open(),
                r.held(),
                r.level()
              });

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
  String account(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String currency,
      Asked asked,
      Model model) {
    CustomerView customer = customer(id);
    String shown = frame(customer, currency, "items", model);
    Query items = Items.open(customer.id().value(), shown, LocalDate.now(clock));
    model.addAttribute("items", lists.page(items, asked, ItemRow::read));
    AccountKey account = new AccountKey(customer.id(), Currency.getInstance(shown));
    model.addAttribute("why", why.sentences(account, LocalDate.now(clock)));
    return "desk/account-items";
  }

  @GetMapping(value = "/customers/{id}", params = "format")
  void items(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String currency,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    CustomerView customer = customer(id);
    String shown = file.currency(customer, currency);
    Query items = Items.open(customer.id().value(), shown, LocalDate.now(clock));
    FILE.send(
        response,
        asked.file().orElseThrow(() -> unknownFormat()),
        reader -> lists.each(items, asked.sort(), ItemRow::read, reader));
  }

  @GetMapping(value = "/customers/{id}/history", params = "format")
  void historyFile(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String kind,
      Asked asked,
      HttpServletResponse response)
      throws IOException {
    Query history = History.of(customer(id).id().value(), kind);
    History.FILE.send(
        response,
        asked.file().orElseThrow(() -> unknownFormat()),
        reader -> lists.each(history, asked.sort(), HistoryRow::read, reader));
  }

  @GetMapping("/customers/{id}/history")
  String history(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String currency,
      @RequestParam(required = false) @Nullable String kind,
      Asked asked,
      Model model) {
    CustomerView customer = customer(id);
    frame(customer, currency, "history", model);
    Page<HistoryRow> history =
        lists.page(History.of(customer.id().value(), kind), asked, HistoryRow::read);
    model.addAttribute("history", history);
    model.addAttribute("kind", kind);
    return "desk/account-history";
  }

  @GetMapping("/customers/{id}/holds")
  String holds(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String currency,
      Model model) {
    CustomerView customer = customer(id);
    frame(customer, currency, "holds", model);
    model.addAttribute("promises", file.promises(customer.id()));
    model.addAttribute("holds", file.holds(customer.id()));
    model.addAttribute("disputes", file.disputes(customer.id()));
    return "desk/account-holds";
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
  String details(
      @PathVariable String id,
      @RequestParam(required = false) @Nullable String currency,
      Model model) {
    frame(customer(id), currency, "details", model);
    return "desk/account-details";
  }

  /** What every tab of the file shows; the currency that is open. */
  private String frame(CustomerView customer, @Nullable String currency, String tab, Model model) {
    String shown = file.currency(customer, currency);
    model.addAttribute("customer", customer);
    model.addAttribute("currencies", file.currencies(customer));
    model.addAttribute("currency", shown);
    model.addAttribute("tab", tab);
    model.addAttribute("strip", file.strip(customer.id(), shown));
    CaseRow open = file.openCase(customer.id(), shown);
    model.addAttribute("case", open);
    if (open != null) {
      model.addAttribute("cockpit", cockpit.linkTo(open.id().toString()).orElse(null));
      model.addAttribute("tasks", tasks.about(open.id().toString()));
    }
    model.addAttribute("contactKinds", ContactKind.values());
    model.addAttribute("contactOutcomes", ContactOutcome.values());
    model.addAttribute("departments", Department.values());
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

  private static RuleViolation unknownFormat() {
    return new RuleViolation("format.unknown", "Lists come as xlsx or csv.");
  }
}
