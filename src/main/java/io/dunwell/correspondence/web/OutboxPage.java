package io.dunwell.correspondence.web;

import io.dunwell.correspondence.DispatchState;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.LetterStep;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.Resolution;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.security.Principal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox: what was written, as it would look, and whether it left. */
@DeskPage
class OutboxPage {

  private static final Columns<LetterStep> STEPS =
      Columns.<LetterStep>of("letter-steps")
          .text("at", "outbox.at", LetterStep::at)
          .word("state", "outbox.state", "outbox.state.", LetterStep::state)
          .text("by", "outbox.by", LetterStep::by)
          .text("remark", "outbox.remark", LetterStep::remark);

  private final Letters letters;
  private final LetterProcesses processes;
  private final Lists lists;

  OutboxPage(Letters letters, LetterProcesses processes, Lists lists) {
    this.letters = letters;
    this.processes = processes;
    this.lists = lists;
  }

  /** What the list is narrowed to. */
  record Filter(
      @Nullable String q,
      @Nullable DispatchState state,
      @Nullable UUID customer,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    Query query() {
      return LetterRow.all(q == null ? "" : q)
          .where("d.state = :state", "state", state == null ? null : state.key())
          .where("l.customer = :customer", "customer", customer)
          .where("l.dated >= :from", "from", from)
          .where("l.dated <= :to", "to", to);
    }
  }

  @GetMapping("/outbox")
  ModelAndView list(@RequestParam Map<String, String> params, Filter filter) {
    ListPage page = lists.page("correspondence/outbox", params);
    List<LetterRow> shown =
        page.list("letters", lists.of(LetterRow.COLUMNS, filter.query(), LetterRow::read));
    Query memos = MemoRow.all(params.getOrDefault("memos.q", ""));
    page.also("memos", lists.of(MemoRow.COLUMNS, memos, MemoRow::read));
    Map<String, Long> counts = new HashMap<>();
    letters.counts().forEach((state, count) -> counts.put(state.name(), count));
    return page.with("filter", filter)
        .with("counts", counts)
        .with("ambiguous", counts.get(DispatchState.AMBIGUOUS.name()))
        .with("cockpit", processes.behind(shown.stream().map(LetterRow::id).toList()))
        .with("states", DispatchState.values())
        .with("mailConfigured", letters.mailConfigured())
        .answer();
  }

  @GetMapping("/outbox/{id}")
  ModelAndView letter(@PathVariable UUID id, @RequestParam Map<String, String> params) {
    LetterId letter = new LetterId(id);
    ListPage page = lists.page("correspondence/letter", params);
    page.also("steps", lists.of(STEPS, letters.steps(letter)));
    return page.with("letter", letters.view(letter))
        .with("cockpit", processes.behind(List.of(id)).get(id))
        .answer();
  }

  @GetMapping("/outbox/{id}/html")
  ResponseEntity<byte[]> html(@PathVariable UUID id) {
    return Sandbox.html(letters.html(new LetterId(id)));
  }

  @GetMapping("/outbox/{id}/pdf")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    LetterId letter = new LetterId(id);
    return Sandbox.file(letters.pdf(letter), MediaType.APPLICATION_PDF, letters.fileName(letter));
  }

  @GetMapping("/outbox/{id}/eml")
  ResponseEntity<byte[]> eml(@PathVariable UUID id) {
    return Sandbox.file(
        letters.eml(new LetterId(id)), MediaType.parseMediaType("message/rfc822"), id + ".eml");
  }

  @PostMapping("/outbox/{id}/resolution")
  @PreAuthorize("hasAnyRole('COLLECTOR','MANAGER','ADMIN')")
  String resolve(
      @PathVariable UUID id,
      @RequestParam Resolution resolution,
      @RequestParam(required = false) @Nullable String toAddress,
      Principal user,
      RedirectAttributes flash) {
    String to = toAddress == null || toAddress.isBlank() ? null : toAddress;
    letters.resolve(new LetterId(id), resolution, to, new Actor(user.getName()));
    flash.addFlashAttribute("notice", "Noted.");
    return "redirect:/outbox/" + id;
  }
}
