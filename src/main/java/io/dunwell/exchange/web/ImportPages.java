package io.dunwell.exchange.web;

import io.dunwell.exchange.ConflictView;
import io.dunwell.exchange.ImportId;
import io.dunwell.exchange.ImportKind;
import io.dunwell.exchange.ImportStatus;
import io.dunwell.exchange.ImportView;
import io.dunwell.exchange.Imports;
import io.dunwell.exchange.Profiles;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Money;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpHeaders;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Files on their way in: the list, one import with its problems, the decisions. */
@DeskPage
class ImportPages {

  private static final String DECIDES = "hasAnyRole('ACCOUNTS', 'ADMIN')";
  private static final int PER_PAGE = 25;
  private static final int CONFLICTS_SHOWN = 100;

  /** What was accepted in one currency, as the page shows it. */
  record Total(Money money, int count) {}

  private final Imports imports;
  private final Profiles profiles;
  private final MessageSource messages;

  ImportPages(Imports imports, Profiles profiles, MessageSource messages) {
    this.imports = imports;
    this.profiles = profiles;
    this.messages = messages;
  }

  @GetMapping("/imports")
  String list(@RequestParam(defaultValue = "0") int page, Model model) {
    model.addAttribute("imports", imports.list(Math.max(page, 0), PER_PAGE));
    model.addAttribute("profiles", profiles.all());
    model.addAttribute("kinds", ImportKind.values());
    return "exchange/imports";
  }

  @PostMapping("/imports")
  @PreAuthorize(
      DECIDES + " or (hasRole('BILLING') and (#kind == 'invoices' or #kind == 'customers'))")
  String start(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String profile,
      @RequestParam(required = false) @Nullable String kind,
      @RequestParam(required = false) @Nullable String dateOrder,
      @RequestParam(defaultValue = "false") boolean dryRun,
      Principal by,
      RedirectAttributes flash)
      throws IOException {
    String name = file.getOriginalFilename();
    Imports.Order order =
        new Imports.Order(
            kind == null || kind.isBlank() ? null : ImportKind.of(kind),
            profile,
            dateOrder,
            dryRun,
            name == null ? "upload" : name);
    try (InputStream content = file.getInputStream()) {
      ImportView view = imports.start(order, content, new Actor(by.getName()));
      tell(view, flash);
      return "redirect:/imports/" + view.id();
    }
  }

  @GetMapping("/imports/{id}")
  String one(@PathVariable UUID id, Model model, HttpServletResponse response) {
    ImportView view = imports.view(new ImportId(id));
    if (view.status() == ImportStatus.RUNNING) {
      response.setHeader("Refresh", "2");
    }
    model.addAttribute("file", view);
    model.addAttribute(
        "totals",
        view.totals().stream()
            .map(each -> new Total(Money.of(each.amount(), each.currency()), each.count()))
            .toList());
    model.addAttribute("conflicts", imports.conflicts(new ImportId(id), 0, CONFLICTS_SHOWN));
    return "exchange/import";
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
    imports.cancel(new ImportId(id), new Actor(by.getName()));
    note(flash, "imports.note.cancelled");
    return "redirect:/imports/" + id;
  }

  @PostMapping("/imports/{id}/resumption")
  @PreAuthorize(DECIDES)
  String resume(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    tell(imports.resume(new ImportId(id), new Actor(by.getName())), flash);
    return "redirect:/imports/" + id;
  }

  @PostMapping("/imports/{id}/conflicts/{row}")
  @PreAuthorize(DECIDES)
  String decide(
      @PathVariable UUID id,
      @PathVariable int row,
      @RequestParam ConflictView.Decision decision,
      @RequestParam String reason,
      Principal by,
      RedirectAttributes flash) {
    imports.decide(new ImportId(id), row, decision, reason, new Actor(by.getName()));
    note(flash, "imports.note.decided", row);
    return "redirect:/imports/" + id;
  }

  private void tell(ImportView view, RedirectAttributes flash) {
    if (view.status() == ImportStatus.RUNNING) {
      note(flash, "imports.note.started");
    } else if (view.status() == ImportStatus.FINISHED) {
      note(
          flash,
          view.dryRun() ? "imports.note.dry" : "imports.note.finished",
          view.accepted(),
          view.duplicates(),
          view.rejected());
    }
  }

  private void note(RedirectAttributes flash, String key, Object... facts) {
    flash.addFlashAttribute(
        "notice", messages.getMessage(key, facts, LocaleContextHolder.getLocale()));
  }
}
