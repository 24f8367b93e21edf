package io.dunwell.exchange.web;

import io.dunwell.exchange.ConflictView;
import io.dunwell.exchange.ImportId;
import io.dunwell.exchange.ImportKind;
import io.dunwell.exchange.ImportStatus;
import io.dunwell.exchange.ImportView;
import io.dunwell.exchange.Imports;
import io.dunwell.exchange.Profiles;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files on their way in: the list, one import with its problems, the decisions. */
@DeskPage
class ImportPages {

  private static final String DECIDES = "hasAnyRole('ACCOUNTS', 'ADMIN')";

  /** Longer imports are watched, and can be stopped, on their page. */
  private static final Duration PATIENCE = Duration.ofSeconds(2);

  private static final Columns<Total> TOTALS =
      Columns.<Total>of("import-totals")
          .text("currency", "imports.currency", t -> t.money().currency())
          .number("rows", "imports.rows", Total::count)
          .amount("amount", "imports.amount", Total::money);

  /** What was accepted in one currency, as the page shows it. */
  record Total(Money money, int count) {}

  private final Imports imports;
  private final Profiles profiles;
  private final Lists lists;
  private final Notes notes;

  ImportPages(Imports imports, Profiles profiles, Lists lists, Notes notes) {
    this.imports = imports;
    this.profiles = profiles;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/imports")
  ModelAndView list(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("exchange/imports", params);
    Query query =
        ImportRow.all(params.getOrDefault("q", ""))
            .where("i.status = :status", "status", params.get("status"));
    page.list("imports", lists.of(ImportRow.COLUMNS, query, ImportRow::read));
    return page.with("profiles", profiles.all())
        .with("kinds", ImportKind.values())
        .with("statuses", ImportStatus.values())
        .with("status", params.get("status"))
        .answer();
  }

  @PostMapping("/imports")
  @PreAuthorize(MayImport.KIND)
  String start(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String dateOrder,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Principal by,
      RedirectAttributes flash)
      throws IOException {
    Imports.Order order =
        Imports.Order.asked(kind, profile, dateOrder, dryRun, file.getOriginalFilename());
    try (InputStream content = file.getInputStream()) {
      ImportView view = imports.start(order, content, new Actor(by.getName()), PATIENCE);
      tell(view, flash);
      return "redirect:/imports/" + view.id();
    }
  }

  @GetMapping("/imports/{id}")
  ModelAndView one(@PathVariable UUID id, @RequestParam Map<String, String> params) {
    ImportView view = imports.view(new ImportId(id));
    ListPage page = lists.page("exchange/import", params);
    Query conflicts = ConflictRow.of(id, params.getOrDefault("conflicts.q", ""));
    page.also("conflicts", lists.of(ConflictRow.COLUMNS, conflicts, ConflictRow::read));
    Query problems = ProblemRow.of(id, params.getOrDefault("problems.q", ""));
    page.also("problems", lists.of(ProblemRow.COLUMNS, problems, ProblemRow::read));
    page.also("totals", lists.of(TOTALS, totals(view)));
    return page.with("file", view).answer();
  }

  private static List<Total> totals(ImportView view) {
    return view.totals().stream()
        .map(each -> new Total(Money.of(each.amount(), each.currency()), each.count()))
        .toList();
  }

  @GetMapping("/imports/{id}/quarantine")
  void quarantine(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    imports.view(new ImportId(id));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quarantine-" + id + ".csv\"");
    imports.writeQuarantine(new ImportId(id), response.getOutputStream());
  }

  @PostMapping("/imports/{id}/cancellation")
  @PreAuthorize(DECIDES)
  String cancel(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    imports.cancel(new ImportId(id), new Actor(by.getName()), PATIENCE);
    notes.add(flash, "imports.note.cancelled");
    return "redirect:/imports/" + id;
  }

  @PostMapping("/imports/{id}/resumption")
  @PreAuthorize(DECIDES)
  String resume(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    tell(imports.resume(new ImportId(id), new Actor(by.getName()), PATIENCE), flash);
    return "redirect:/imports/" + id;
  }

  @PostMapping("/imports/{id}/conflicts/{row}")
  @PreAuthorize(MayImport.DECIDE)
  String decide(
      @PathVariable UUID id,
      @PathVariable int row,
      @RequestParam ConflictView.Decision decision,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    imports.decide(new ImportId(id), row, decision, reason, new Actor(by.getName()));
    notes.add(flash, "imports.note.decided", row);
    return "redirect:/imports/" + id;
  }

  private void tell(ImportView view, RedirectAttributes flash) {
    if (view.status() == ImportStatus.RUNNING) {
      notes.add(flash, "imports.note.started");
    } else if (view.status() == ImportStatus.FINISHED) {
      notes.add(
          flash,
          view.dryRun() ? "imports.note.dry" : "imports.note.finished",
          view.accepted(),
          view.duplicates(),
          view.rejected());
    }
  }
}
