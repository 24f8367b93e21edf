package io.dunwell.documents.web;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.DocumentQuery;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Preview;
import io.dunwell.documents.Previews;
import io.dunwell.documents.Subject;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/**
 * Files and reads documents. Content is only ever downloaded, never shown from our origin; what is
 * shown is a picture that we drew of it.
 */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

  private static final String SANDBOX = "default-src 'none'; sandbox";

  private final Documents documents;
  private final Previews previews;

  DocumentController(Documents documents, Previews previews) {
    this.documents = documents;
    this.previews = previews;
  }

  @PostMapping(consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
  @PreAuthorize(
      "hasAnyRole('BILLING','SALES','OPERATIONS','ACCOUNTS','COLLECTOR','MANAGER','LEGAL','ADMIN')")
  @Operation(
      summary = "File a document",
      description =
          "For example an invoice copy: subjectType=invoice, subject=INV-2026-00017. Copies of"
              + " invoices that were not issued here go with the letters that name them; with"
              + " those issued here goes the PDF filed at issue, never an upload.")
  DocumentView store(
      @RequestParam MultipartFile file,
      @RequestParam(required = false) @Nullable String subjectType,
      @RequestParam(required = false) @Nullable String subject,
      Principal user)
      throws IOException {
    String name = file.getOriginalFilename();
    DocumentId id =
        documents.store(
            file.getBytes(),
            name == null ? "document" : name,
            subject(subjectType, subject),
            new Actor(user.getName()));
    return documents.view(id);
  }

  @GetMapping(params = "!subject")
  @Operation(
      summary = "What is filed, page by page",
      description =
          "The latest first, or sorted by name, subject, type, size, by or at, with a minus for"
              + " descending. With both subjectType and subject: the list of what is filed for that"
              + " one thing.")
  Page<DocumentView> find(
      @Parameter(description = "part of the name, of what it belongs to, or of the hash")
          @RequestParam(required = false)
          @Nullable String text,
      @Parameter(example = "invoice") @RequestParam(required = false) @Nullable String subjectType,
      @Parameter(description = "how it begins", example = "application/pdf")
          @RequestParam(required = false)
          @Nullable String mediaType,
      @RequestParam(required = false) @Nullable String by,
      @Parameter(description = "first day of filing", example = "2026-11-01")
          @RequestParam(required = false)
          @Nullable LocalDate from,
      @Parameter(description = "last day of filing") @RequestParam(required = false)
          @Nullable LocalDate until,
      @RequestParam(required = false) @Nullable String sort,
      @RequestParam(defaultValue = "0") @Min(0) int page,
      @RequestParam(defaultValue = "50") @Min(1) @Max(500) int size) {
    return documents.find(
        new DocumentQuery(text, subjectType, mediaType, by, from, until, sort), page, size);
  }

  @GetMapping(params = {"subjectType", "subject"})
  @Operation(summary = "What is filed for something, for example an invoice")
  List<DocumentView> filed(@RequestParam String subjectType, @RequestParam String subject) {
    return documents.filed(subjectType, List.of(subject)).getOrDefault(subject, List.of());
  }

  @GetMapping("/{id}")
  @Operation(summary = "One document without its content")
  DocumentView view(@PathVariable UUID id) {
    return documents.view(new DocumentId(id));
  }

  @GetMapping("/{id}/content")
  @Operation(summary = "The content, as a download")
  ResponseEntity<byte[]> content(@PathVariable UUID id) {
    DocumentView document = documents.view(new DocumentId(id));
    ContentDisposition download =
        ContentDisposition.attachment().filename(document.name(), StandardCharsets.UTF_8).build();
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType(document.mediaType()))
        .header(HttpHeaders.CONTENT_DISPOSITION, download.toString())
        .header("Content-Security-Policy", SANDBOX)
        .header("X-Content-Type-Options", "nosniff")
        .body(documents.read(document.id()));
  }

  @GetMapping(value = "/{id}/preview", produces = MediaType.IMAGE_PNG_VALUE)
  @Operation(
      summary = "A page as a picture",
      description = "Drawn here from a PDF, PNG or JPEG; 204 for what cannot be drawn.")
  ResponseEntity<byte[]> preview(
      @PathVariable UUID id,
      @RequestParam(defaultValue = "0") int page,
      @RequestParam(defaultValue = "480") int width) {
    return previews
        .picture(new DocumentId(id), page, width)
        .map(DocumentController::picture)
        .orElse(ResponseEntity.noContent().build());
  }

  @PutMapping("/{id}/legal-hold")
  @PreAuthorize("hasAnyRole('LEGAL','MANAGER','ADMIN')")
  @Operation(summary = "Keep a document beyond its retention")
  void hold(@PathVariable UUID id, Principal user) {
    documents.hold(new DocumentId(id), true, new Actor(user.getName()));
  }

  @DeleteMapping("/{id}/legal-hold")
  @PreAuthorize("hasAnyRole('LEGAL','MANAGER','ADMIN')")
  @Operation(summary = "Let retention take its course again")
  void release(@PathVariable UUID id, Principal user) {
    documents.hold(new DocumentId(id), false, new Actor(user.getName()));
  }

  private static ResponseEntity<byte[]> picture(Preview preview) {
    return ResponseEntity.ok()
        .contentType(MediaType.IMAGE_PNG)
        .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePrivate())
        .header("Content-Security-Policy", SANDBOX)
        .header("X-Content-Type-Options", "nosniff")
        .header("X-Pages", String.valueOf(preview.pages()))
        .body(preview.png());
  }

  private static @Nullable Subject subject(@Nullable String type, @Nullable String key) {
    if ((type == null) != (key == null)) {
      throw new RuleViolation(
          "document.half-a-subject", "Name both what kind of thing this belongs to and which one.");
    }
    return type == null || key == null ? null : new Subject(type, key);
  }
}
