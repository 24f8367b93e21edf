package io.dunwell.billing.web;

import io.dunwell.billing.EvidenceView;
import io.dunwell.billing.HistoryEntry;
import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceCopies;
import io.dunwell.billing.InvoiceQuery;
import io.dunwell.documents.Previews;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Reads billing documents. Documents that came from elsewhere are looked up by their number. */
@RestController
@RequestMapping("/api/invoices")
@Tag(name = "Invoices", description = "Invoices, notes and advances from draft to issued")
class InvoicesController {

  static final String ID = "/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}";

  private static final int WIDTH = 1000;

  private final InvoiceBook book;
  private final InvoiceCopies copies;
  private final Previews previews;

  InvoicesController(InvoiceBook book, InvoiceCopies copies, Previews previews) {
    this.book = book;
    this.copies = copies;
    this.previews = previews;
  }

  @GetMapping
  @Operation(
      summary = "Find invoices",
      description =
          "number is exact and may hold slashes: ?number=INV/2627/000001. q is part of a number,"
              + " purchase order, contract or customer, or an amount.")
  Page<InvoiceResponse.Summary> list(
      @RequestParam(required = false) @Nullable String q,
      @RequestParam(required = false) @Nullable String number,
      @RequestParam(required = false) @Nullable InvoiceStatus status,
      @RequestParam(required = false) @Nullable InvoiceKind kind,
      @RequestParam(required = false) @Nullable UUID run,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return book.find(new InvoiceQuery(q, status, kind, null, run, number), page, size)
        .map(InvoiceResponse.Summary::of);
  }

  @GetMapping(ID)
  @Operation(summary = "One document with its lines, each beside its contract price")
  InvoiceResponse view(@PathVariable UUID id) {
    return InvoiceResponse.of(book, new InvoiceId(id));
  }

  @GetMapping(ID + "/pdf")
  @Operation(
      summary = "The PDF as issued, or what it would be; a copy marked as cancelled of what was")
  ResponseEntity<byte[]> pdf(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    return InvoiceFiles.answer(
        copies.pdf(invoice),
        MediaType.APPLICATION_PDF,
        InvoiceFiles.name(book.view(invoice)) + ".pdf");
  }

  @GetMapping(value = ID + "/picture", produces = MediaType.IMAGE_PNG_VALUE)
  @Operation(summary = "A page of the invoice as a picture, as it is or would be printed")
  ResponseEntity<byte[]> picture(
      @PathVariable UUID id, @RequestParam(defaultValue = "0") int page) {
    return previews
        .ofPdf(copies.pdf(new InvoiceId(id)), page, WIDTH)
        .map(drawn -> ResponseEntity.ok().body(drawn.png()))
        .orElseGet(() -> ResponseEntity.notFound().build());
  }

  @GetMapping(ID + "/history")
  @Operation(summary = "Everything about it in the order of time")
  List<HistoryEntry> history(@PathVariable UUID id) {
    return book.history(new InvoiceId(id));
  }

  @GetMapping(ID + "/proofs")
  @Operation(summary = "The proofs of what it bills")
  List<EvidenceView> proofs(@PathVariable UUID id) {
    return book.evidence(new InvoiceId(id));
  }

  @GetMapping(ID + "/dossier")
  @Operation(summary = "Everything about it as one ZIP for an auditor")
  ResponseEntity<byte[]> dossier(@PathVariable UUID id) {
    InvoiceId invoice = new InvoiceId(id);
    return InvoiceFiles.answer(
        book.dossier(invoice),
        MediaType.parseMediaType("application/zip"),
        InvoiceFiles.name(book.view(invoice)) + ".zip");
  }
}
