package io.dunwell.approval.process;

import io.dunwell.approval.ApprovalSheet;
import io.dunwell.approval.ApprovalSheets;
import io.dunwell.approval.ApprovalView;
import io.dunwell.approval.Approvers;
import io.dunwell.approval.Department;
import io.dunwell.approval.Standing;
import io.dunwell.approval.Verdict;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.shared.Words;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.stereotype.Component;

/** Gathers what the forms of an approval show, under the names that the forms use. */
@Component
class InvoiceSheet {

  private static final String NONE = "—";

  private final ApprovalSheets sheets;
  private final MessageSourceAccessor words;

  InvoiceSheet(ApprovalSheets sheets, MessageSource messages) {
    this.sheets = sheets;
    this.words = new MessageSourceAccessor(messages);
  }

  Map<String, Object> forApproval(InvoiceId id, Department department) {
    ApprovalSheet sheet = sheets.of(id);
    Map<String, Object> facts = common(sheet);
    facts.put("because", because(sheet, department));
    facts.put(
        "invoiceLines", sheet.lines().stream().map(line -> row(sheet, line, Set.of())).toList());
    facts.put(
        "lineChoices", sheet.lines().stream().map(line -> line(sheet, line).choice()).toList());
    facts.put("version", String.valueOf(sheet.invoice().preparation().versionHash()));
    return facts;
  }

  Map<String, Object> forRevision(InvoiceId id) {
    ApprovalSheet sheet = sheets.of(id);
    Map<String, Object> facts = common(sheet);
    ApprovalView back = sheet.lastReturn().orElse(null);
    Set<UUID> marked = back == null ? Set.of() : Set.copyOf(back.lines());
    facts.put(
        "invoiceLines", sheet.lines().stream().map(line -> row(sheet, line, marked)).toList());
    facts.put("returnedBy", back == null ? NONE : back.by());
    facts.put("returnedFor", back == null ? NONE : department(back));
    facts.put("returnedOn", back == null ? NONE : Words.day(back.on()));
    facts.put("returnedBecause", back == null ? NONE : or(back.reason(), NONE));
    facts.put("askedAgain", askedAgain());
    return facts;
  }

  private Map<String, Object> common(ApprovalSheet sheet) {
    InvoiceView invoice = sheet.invoice();
    Map<String, Object> facts = new HashMap<>();
    facts.put("customerName", sheet.customer().name());
    facts.put("customerNumber", sheet.customer().number());
    facts.put("customer", invoice.customer().toString());
    facts.put("invoice", invoice.id().toString());
    facts.put("kind", Words.of(invoice.kind()));
    facts.put("amount", Words.money(invoice.total()));
    facts.put("net", Words.money(invoice.net()));
    facts.put("tax", Words.money(invoice.tax()));
    facts.put("deviation", deviation(sheet));
    facts.put("contract", contract(invoice));
    facts.put("order", or(invoice.basis().poNumber(), NONE));
    facts.put("terms", invoice.basis().terms());
    facts.put("supply", SupplyText.of(invoice.basis()));
    facts.put("remark", or(invoice.basis().remark(), ""));
    facts.put("preparedBy", invoice.preparation().by());
    facts.put("revision", invoice.preparation().revision());
    facts.put("balance", Words.money(sheet.account().balance()));
    facts.put("overdue", Words.money(sheet.account().overdue()));
    facts.put("daysOverdue", sheet.account().daysOverdue());
    facts.put("oldest", oldest(sheet.account()));
    facts.put("unapplied", Words.money(sheet.account().unapplied()));
    facts.put("openItems", sheet.account().items().stream().map(InvoiceSheet::openItem).toList());
    facts.put("credit", credit(sheet));
    facts.put("proofs", sheet.proofs().stream().map(this::proof).toList());
    facts.put("proofText", proofText(sheet));
    facts.put("verdicts", sheet.verdicts().stream().map(view -> verdict(sheet, view)).toList());
    facts.put("standings", sheet.standings().stream().map(InvoiceSheet::standing).toList());
    return facts;
  }

  private static String because(ApprovalSheet sheet, Department department) {
    return sheet
        .standing(department)
        .map(
            standing ->
                standing.changed().isEmpty()
                    ? standing.because()
                    : "You are asked again because this changed: " + aspects(standing) + ".")
        .orElse(NONE);
  }

  private static String deviation(ApprovalSheet sheet) {
    long lines = sheet.invoice().lines().stream().filter(LineView::deviates).count();
    if (lines == 0) {
      return "Every line is as contracted.";
    }
    return "%s of %s lines differ from the contract, by %s in all."
        .formatted(lines, sheet.invoice().lines().size(), Words.money(sheet.invoice().deviation()));
  }

  private static String oldest(ApprovalSheet.Account account) {
    return account.daysOverdue() == 0
        ? "nothing is late"
        : "the oldest for " + Words.days(account.daysOverdue());
  }

  private Map<String, Object> proof(ApprovalSheet.Proof proof) {
    return Map.of(
        "delivery", proof.delivery(),
        "kind", words.getMessage("proof." + proof.kind()),
        "name", proof.name(),
        "link", "/api/documents/" + proof.document() + "/content");
  }

  private static String proofText(ApprovalSheet sheet) {
    return sheet.proofs().isEmpty()
        ? "No proof of delivery is attached."
        : "Proofs attached: " + sheet.proofs().size() + ".";
  }

  private static Map<String, Object> row(ApprovalSheet sheet, LineView line, Set<UUID> marked) {
    return line(sheet, line).row(marked.contains(line.id()));
  }

  private static ShownLine line(ApprovalSheet sheet, LineView line) {
    return new ShownLine(sheet.invoice(), line);
  }

  private static Map<String, Object> openItem(ApprovalSheet.Item item) {
    return Map.of(
        "label", item.label(),
        "due", Words.day(item.dueOn()),
        "open", Words.amount(item.open()),
        "late", item.daysOverdue() == 0 ? "" : Words.days(item.daysOverdue()));
  }

  private static String credit(ApprovalSheet sheet) {
    return sheet.credit().isKnown()
        ? "credit class " + sheet.credit().name() + ": " + sheet.credit().because()
        : "credit class unknown: " + sheet.credit().because();
  }

  private static Map<String, Object> verdict(ApprovalSheet sheet, ApprovalView view) {
    return Map.of(
        "day", Words.day(view.on()),
        "department", department(view),
        "by", view.by(),
        "said", Words.of(view.verdict()) + marked(sheet, view),
        "version", view.revision(),
        "reason", or(view.reason(), ""));
  }

  private static String marked(ApprovalSheet sheet, ApprovalView view) {
    String lines =
        sheet.invoice().lines().stream()
            .filter(line -> view.lines().contains(line.id()))
            .map(line -> String.valueOf(line.position()))
            .collect(Collectors.joining(", "));
    return lines.isEmpty() ? "" : ", line " + lines;
  }

  private static Map<String, Object> standing(Standing standing) {
    return Map.of(
        "department", standing.department().word(),
        "because", standing.because(),
        "stands", standing.isOpen() ? "open" : "approved by " + standing.approvedBy());
  }

  private static List<Map<String, Object>> askedAgain() {
    return Approvers.askedAgain().entrySet().stream()
        .map(
            rule ->
                Map.<String, Object>of(
                    "changed", Words.of(rule.getKey()), "asked", departments(rule.getValue())))
        .toList();
  }

  private static String departments(Collection<Department> departments) {
    return departments.stream().sorted().map(Department::word).collect(Collectors.joining(", "));
  }

  private static String aspects(Standing standing) {
    return standing.changed().stream().sorted().map(Words::of).collect(Collectors.joining(", "));
  }

  private static String department(ApprovalView view) {
    if (view.department() != null) {
      return view.department().word();
    }
    return view.verdict() == Verdict.RETURNED ? "its tax" : "a policy";
  }

  private static String contract(InvoiceView invoice) {
    return invoice.basis().contractNumber() == null
        ? NONE
        : invoice.basis().contractNumber() + ", version " + invoice.basis().contractVersion();
  }

  private static String or(@Nullable String text, String otherwise) {
    return text == null ? otherwise : text;
  }
}
