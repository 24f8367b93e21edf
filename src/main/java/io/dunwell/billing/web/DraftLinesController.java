package io.dunwell.billing.web;

import io.dunwell.billing.Drafts;
import io.dunwell.billing.FreeLine;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.Revision;
import io.dunwell.billing.Seen;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Treatment;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.security.Principal;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Changes the lines of drafts, and of what was returned. */
@RestController
@RequestMapping("/api/invoices" + InvoicesController.ID + "/lines")
@Tag(name = "Invoices")
class DraftLinesController {

  private static final String EDITION =
      "of the invoice that was looked at: another one is refused; left out, the change is made to"
          + " what stands now";

  private static final String TREATMENT = "how the law treats it";

  private final Drafts drafts;
  private final InvoiceBook book;

  DraftLinesController(Drafts drafts, InvoiceBook book) {
    this.drafts = drafts;
    this.book = book;
  }

  /** What changes about a line; what is left out stays. */
  record LineChange(
      @Nullable @Schema(description = "less leaves the rest unbilled", example = "25")
          BigDecimal quantity,
      @Nullable BigDecimal unitPrice,
      @Nullable BigDecimal discountPercent,
      @Nullable @Pattern(regexp = "(?s).*\\S.*", message = "must not be blank") String description,
      @Nullable String taxCode,
      @Nullable @Schema(description = TREATMENT, example = "EXEMPT") Treatment treatment,
      @Nullable @Schema(description = EDITION) Integer edition) {

    Revision of(InvoiceView now, UUID line) {
      if (now.lines().stream().noneMatch(each -> each.id().equals(line))) {
        throw new RuleViolation("invoice-line.unknown", "The invoice has no such line.");
      }
      return new Revision(
          now.basis(), now.lines().stream().map(each -> changed(now, each, line)).toList());
    }

    private NewLine changed(InvoiceView now, LineView line, UUID meant) {
      return line.id().equals(meant)
          ? new NewLine(line.id(), of(now, line.charge()), line.originalLine(), line.because())
          : NewLine.of(line);
    }

    private Charge of(InvoiceView invoice, Charge charge) {
      BigDecimal newQuantity = quantity == null ? charge.quantity() : quantity;
      BigDecimal price = unitPrice == null ? charge.unitPrice() : unitPrice;
      BigDecimal discount = discountPercent == null ? charge.discountPercent() : discountPercent;
      return charge
          .at(newQuantity, price, discount, invoice.currency())
          .worded(
              description == null ? charge.description() : description,
              taxCode == null ? charge.taxCode() : taxCode,
              treatment == null ? charge.treatment() : treatment.name());
    }
  }

  /** A line that no delivery asks for. */
  record FreeLineRequest(
      @NotBlank @Schema(example = "Freight to Pune") String description,
      @Nullable @Schema(example = "OTH") String unit,
      @NotNull BigDecimal quantity,
      @NotNull BigDecimal unitPrice,
      @NotBlank @Schema(example = "996511") String taxCode,
      boolean service,
      @Nullable @Schema(description = TREATMENT + "; TAXED if left out") Treatment treatment,
      @NotBlank @Schema(example = "Agreed by phone with Mr Rao") String because,
      @Nullable @Schema(description = EDITION) Integer edition) {}

  /** Lines of the draft. */
  record Chosen(
      @NotEmpty Set<@NotNull UUID> lines,
      @Nullable @Schema(description = EDITION) Integer edition) {}

  @PutMapping("/{line}")
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(summary = "Change quantity, price, discount or words of a line")
  InvoiceResponse change(
      @PathVariable UUID id,
      @PathVariable UUID line,
      @Valid @RequestBody LineChange change,
      Principal user) {
    drafts.revise(
        seen(id, change.edition()), now -> change.of(now, line), new Actor(user.getName()));
    return view(id);
  }

  @PostMapping
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(summary = "Add a line that no delivery asks for, and say why")
  InvoiceResponse add(
      @PathVariable UUID id, @Valid @RequestBody FreeLineRequest wanted, Principal user) {
    InvoiceId invoice = new InvoiceId(id);
    FreeLine line =
        new FreeLine(
            wanted.description(),
            wanted.unit() == null ? "" : wanted.unit(),
            wanted.quantity(),
            wanted.unitPrice(),
            wanted.taxCode(),
            wanted.service(),
            wanted.treatment() == null ? Treatment.TAXED : wanted.treatment());
    drafts.add(
        new Seen(invoice, wanted.edition()),
        line.charge(book.view(invoice).currency()),
        wanted.because(),
        new Actor(user.getName()));
    return view(id);
  }

  @PostMapping("/removal")
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(summary = "Drop lines; what they billed is unbilled again")
  InvoiceResponse drop(@PathVariable UUID id, @Valid @RequestBody Chosen chosen, Principal user) {
    drafts.drop(seen(id, chosen.edition()), chosen.lines(), new Actor(user.getName()));
    return view(id);
  }

  @PostMapping("/split")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('BILLING','ADMIN')")
  @Operation(summary = "Move lines to a draft of their own, which is the answer")
  InvoiceResponse split(@PathVariable UUID id, @Valid @RequestBody Chosen chosen, Principal user) {
    InvoiceId other =
        drafts.split(seen(id, chosen.edition()), chosen.lines(), new Actor(user.getName()));
    return view(other.value());
  }

  private static Seen seen(UUID id, @Nullable Integer edition) {
    return new Seen(new InvoiceId(id), edition);
  }

  private InvoiceResponse view(UUID id) {
    return InvoiceResponse.of(book, new InvoiceId(id));
  }
}
