package io.dunwell.billing.web;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceNotes;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Corrects what is issued by credit and debit notes. */
@RestController
@RequestMapping("/api/invoices" + InvoicesController.ID)
@Tag(name = "Invoices")
class InvoiceNotesController {

  private static final String PREPARES = "hasAnyRole('BILLING','ADMIN')";

  private final InvoiceNotes notes;
  private final InvoiceBook book;

  InvoiceNotesController(InvoiceNotes notes, InvoiceBook book) {
    this.notes = notes;
    this.book = book;
  }

  /** A line of a note. */
  record NoteLineRequest(
      @NotNull UUID line,
      @NotNull @Schema(example = "4") BigDecimal quantity,
      @Nullable BigDecimal unitPrice) {}

  /**
   * A note to be drafted.
   *
   * @param lines empty for a credit note over all that is left of it
   */
  record NoteRequest(
      @NotBlank @Schema(example = "Four kilos were damp") String reason,
      @Nullable List<@Valid NoteLineRequest> lines,
      @Nullable @Schema(description = "give back the value only; the tax stays") Boolean withoutTax,
      @Nullable
          @Schema(
              description = "bill the deliveries again: unbilled once the credit note is issued")
          Boolean billAgain) {

    List<InvoiceNotes.NoteLine> corrected() {
      return lines == null
          ? List.of()
          : lines.stream()
              .map(
                  line -> new InvoiceNotes.NoteLine(line.line(), line.quantity(), line.unitPrice()))
              .toList();
    }
  }

  /**
   * What may still be credited.
   *
   * @param left net, by line
   * @param warning that it is too late to take the tax back, null while it is not
   */
  record Creditable(Map<UUID, String> left, @Nullable String warning) {}

  @GetMapping("/creditable")
  @Operation(summary = "What is left of each line that a credit note can give back")
  Creditable creditable(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    Map<UUID, String> left = new LinkedHashMap<>();
    notes.left(invoice).forEach((line, net) -> left.put(line, net.toPlainString()));
    return new Creditable(left, notes.lateCredit(invoice).orElse(null));
  }

  @PostMapping("/credit-notes")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PREPARES)
  @Operation(
      summary = "Draft a credit note to an issued invoice",
      description =
          "Without lines over all that is left. A line gives its quantity, and with unitPrice a"
              + " difference in price. Never more than is left of a line.")
  InvoiceResponse credit(
      @PathVariable UUID id, @Valid @RequestBody NoteRequest request, Principal user) {
    return note(InvoiceKind.CREDIT_NOTE, id, request, user);
  }

  @PostMapping("/debit-notes")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize(PREPARES)
  @Operation(summary = "Draft a debit note to an issued invoice")
  InvoiceResponse debit(
      @PathVariable UUID id, @Valid @RequestBody NoteRequest request, Principal user) {
    return note(InvoiceKind.DEBIT_NOTE, id, request, user);
  }

  private InvoiceResponse note(InvoiceKind kind, UUID id, NoteRequest request, Principal user) {
    InvoiceId note =
        notes.note(
            new InvoiceNotes.NewNote(
                kind,
                new InvoiceId(id),
                request.corrected(),
                request.reason(),
                Boolean.TRUE.equals(request.withoutTax()),
                Boolean.TRUE.equals(request.billAgain())),
            actor(user));
    return view(note.value());
  }

  private InvoiceResponse view(UUID id) {
    return InvoiceResponse.of(book, new InvoiceId(id));
  }

  private static Actor actor(Principal user) {
    return new Actor(user.getName());
  }
}
