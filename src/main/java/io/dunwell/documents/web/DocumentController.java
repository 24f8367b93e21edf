package io.dunwell.documents.web;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Subject;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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

/** Files and reads documents. Content is only ever downloaded, never shown from our origin. */
@RestController
@RequestMapping("/api/documents")
class DocumentController {

  private final Documents documents;

  DocumentController(Documents documents) {
    this.documents = documents;
  }

  @PostMapping
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','COLLECTOR','MANAGER','LEGAL','ADMIN')")
  @Operation(
      summary = "File a document",
      description =
          "For example an invoice copy: subjectType=invoice, subject=INV-2026-00017. Copies of"
              + " invoices go with the letters that name them.")
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

  @GetMapping
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
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .body(documents.read(document.id()));
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

  private static @Nullable Subject subject(@Nullable String type, @Nullable String key) {
    if ((type == null) != (key == null)) {
      throw new RuleViolation(
          "document.half-a-subject", "Name both what kind of thing this belongs to and which one.");
    }
    return type == null || key == null ? null : new Subject(type, key);
  }
}
