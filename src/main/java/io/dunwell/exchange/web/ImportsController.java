package io.dunwell.exchange.web;

import io.dunwell.exchange.ConflictView;
import io.dunwell.exchange.ImportId;
import io.dunwell.exchange.ImportProblem;
import io.dunwell.exchange.ImportStatus;
import io.dunwell.exchange.ImportView;
import io.dunwell.exchange.Imports;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.security.Principal;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RequestPart;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

@RestController
@RequestMapping("/api/imports")
@Tag(
    name = "Imports",
    description = "Ledgers, receipts, customers, contracts, deliveries and proofs from files")
class ImportsController {

  private static final String EXAMPLE =
      """
      {"id":"0199f3a2-0000-7000-8000-000000000001","kind":"ledger","status":"FINISHED",\
      "rows":2467,"accepted":2465,"duplicates":1,"rejected":1,\
      "totals":[{"currency":"USD","count":2465,"amount":"147703.18"}],\
      "problems":[{"row":17,"field":"invoicedOn","value":"31/02/2013","code":"date.unreadable",\
      "message":"This is no date of the form M/d/yyyy. \u2026","severity":"ERROR"}]}""";

  private final Imports imports;

  ImportsController(Imports imports) {
    this.imports = imports;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize(MayImport.KIND)
  @Operation(
      summary = "Import a CSV or XLSX file, or a ZIP archive of proofs",
      description =
          "Answers with the result; 202 if it takes longer than a minute (ask again by its id);"
              + " 422 as problem+json with the same fields if the file cannot be read as it is,"
              + " for example `date.ambiguous`, which `dateOrder` answers. `kind` and `profile`:"
              + " one may be left out. Rows are counted as a spreadsheet does, titles are row 1."
              + " Good rows are booked, bad ones are kept in quarantine; the same file twice"
              + " changes nothing. A dry run books nothing.",
      responses =
          @ApiResponse(
              responseCode = "200",
              content = @Content(examples = @ExampleObject(EXAMPLE))))
  ResponseEntity<?> start(
      @Parameter(
              description =
                  "ledger, invoices, receipts, customers, contracts, price-lines, deliveries, or"
                      + " proofs: a ZIP with an index.csv of deliveryNumber, fileName, proofKind",
              example = "ledger")
          @RequestParam(required = false)
          @Nullable String kind,
      @Parameter(example = "ibm-late-payment") @RequestParam(required = false)
          @Nullable String profile,
      @RequestParam(defaultValue = "false") boolean dryRun,
      @Parameter(description = "dmy or mdy, the answer to date.ambiguous")
          @RequestParam(required = false)
          @Nullable String dateOrder,
      @RequestPart("file") MultipartFile file,
      Principal user)
      throws IOException {
    Imports.Order order =
        Imports.Order.asked(kind, profile, dateOrder, dryRun, file.getOriginalFilename());
    try (InputStream content = file.getInputStream()) {
      return answer(imports.start(order, content, new Actor(user.getName())));
    }
  }

  @GetMapping
  @Operation(summary = "The imports, the latest first")
  Page<ImportView> list(
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "20") int size) {
    return imports.list(Math.max(page, 0), Math.min(Math.max(size, 1), 200));
  }

  @GetMapping("/{id}")
  @Operation(summary = "An import: its progress while it runs, its result when it is done")
  ImportView view(@PathVariable UUID id) {
    return imports.view(new ImportId(id));
  }

  @GetMapping("/{id}/problems")
  @Operation(summary = "Everything that was said about rows, page by page")
  Page<ImportProblem> problems(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    return imports.problems(new ImportId(id), Math.max(page, 0), Math.min(Math.max(size, 1), 1000));
  }

  @GetMapping(value = "/{id}/quarantine", produces = "text/csv")
  @Operation(
      summary = "The rows that were not taken, as CSV",
      description =
          "Their cells as they were, and in further columns the row, the problem and the remedy."
              + " Mend the cells and import the file again; the further columns do no harm.")
  void quarantine(@PathVariable UUID id, HttpServletResponse response) throws IOException {
    imports.view(new ImportId(id));
    response.setContentType("text/csv;charset=UTF-8");
    response.setHeader(
        HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"quarantine-" + id + ".csv\"");
    imports.writeQuarantine(new ImportId(id), response.getOutputStream());
  }

  @PostMapping("/{id}/cancellation")
  @PreAuthorize("hasAnyRole('ADMIN','ACCOUNTS')")
  @Operation(summary = "Stop an import after the chunk it works on; what is booked stays")
  ImportView cancel(@PathVariable UUID id, Principal user) {
    return imports.cancel(new ImportId(id), new Actor(user.getName()));
  }

  @PostMapping("/{id}/resumption")
  @PreAuthorize("hasAnyRole('ADMIN','ACCOUNTS')")
  @Operation(summary = "Go on with an import that broke down, behind its last finished chunk")
  ResponseEntity<?> resume(@PathVariable UUID id, Principal user) {
    return answer(imports.resume(new ImportId(id), new Actor(user.getName())));
  }

  @GetMapping("/{id}/conflicts")
  @Operation(summary = "Rows that differ from the books, decided and not")
  Page<ConflictView> conflicts(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "100") int size) {
    return imports.conflicts(
        new ImportId(id), Math.max(page, 0), Math.min(Math.max(size, 1), 1000));
  }

  @PostMapping("/{id}/conflicts/{row}")
  @PreAuthorize(MayImport.DECIDE)
  @Operation(
      summary = "Decide which is right, the books or the file",
      description =
          "KEPT leaves the books as they are. CORRECTED takes an invoice of which nothing is paid"
              + " back by a credit note and books it as the file says, changes the customer, or amends"
              + " the contract from today on, its prices as they are.")
  ImportView decide(
      @PathVariable UUID id,
      @PathVariable int row,
      @RequestBody DecisionRequest decision,
      Principal user) {
    imports.decide(
        new ImportId(id), row, decision.decision(), decision.why(), new Actor(user.getName()));
    return imports.view(new ImportId(id));
  }

  private static ResponseEntity<?> answer(ImportView view) {
    if (view.status() == ImportStatus.REFUSED) {
      return ResponseEntity.unprocessableEntity()
          .contentType(MediaType.APPLICATION_PROBLEM_JSON)
          .body(RefusedImport.of(view));
    }
    boolean runs = view.status() == ImportStatus.RUNNING;
    return ResponseEntity.status(runs ? HttpStatus.ACCEPTED : HttpStatus.OK).body(view);
  }
}
