package io.dunwell.correspondence.web;

import io.dunwell.correspondence.DispatchState;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.LetterQuery;
import io.dunwell.correspondence.LetterView;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.Resolution;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Page;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The outbox: what was written, as it would look, and whether it left. */
@DeskPage
class OutboxPage {

  private static final int SIZE = 50;

  private final Letters letters;

  OutboxPage(Letters letters) {
    this.letters = letters;
  }

  /** What the list is narrowed to. */
  record Filter(
      @Nullable DispatchState state,
      @Nullable UUID customer,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {

    LetterQuery query() {
      return new LetterQuery(state, customer == null ? null : new CustomerId(customer), from, to);
    }
  }

  @GetMapping("/outbox")
  @Nullable String list(
      Filter filter,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(required = false) @Nullable String format,
      Model model,
      HttpServletResponse response)
      throws IOException {
    if (format != null) {
      new OutboxFile(letters).send(filter.query(), sort, format, response);
      return null;
    }
    Page<LetterView> found = letters.list(filter.query(), sort, page, SIZE);
    model.addAttribute("letters", found);
    model.addAttribute("filter", filter);
    Map<String, Long> counts = new HashMap<>();
    letters.counts().forEach((state, count) -> counts.put(state.name(), count));
    model.addAttribute("counts", counts);
    model.addAttribute("ambiguous", counts.get(DispatchState.AMBIGUOUS.name()));
    model.addAttribute("states", DispatchState.values());
    model.addAttribute("mailConfigured", letters.mailConfigured());
    return "correspondence/outbox";
  }

  @GetMapping("/outbox/{id}")
  String letter(@PathVariable UUID id, Model model) {
    LetterId letter = new LetterId(id);
    model.addAttribute("letter", letters.view(letter));
    model.addAttribute("steps", letters.steps(letter));
    return "correspondence/letter";
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
