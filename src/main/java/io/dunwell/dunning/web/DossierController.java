package io.dunwell.dunning.web;

import io.dunwell.dunning.CaseId;
import io.dunwell.dunning.Dossiers;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What a lawyer needs to take a case over. */
@RestController
@RequestMapping("/api/dossiers")
@Tag(name = "Dossiers", description = "What a lawyer needs to take a case over")
class DossierController {

  private final Dossiers dossiers;

  DossierController(Dossiers dossiers) {
    this.dossiers = dossiers;
  }

  @GetMapping(path = "/{caseId}", produces = "application/zip")
  @PreAuthorize("hasAnyRole('LEGAL','MANAGER','COLLECTOR','AUDITOR','ADMIN')")
  @Operation(
      summary = "The dossier of a case as a ZIP",
      description =
          "Statement, invoices, interest computation, contact log, letters with proof of sending,"
              + " and an index with the hash of each file, as of today.")
  ResponseEntity<byte[]> dossier(@PathVariable UUID caseId, Principal user) {
    byte[] zip = dossiers.zip(new CaseId(caseId), new Actor(user.getName()));
    return ResponseEntity.ok()
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment()
                .filename("dossier-" + caseId + ".zip")
                .build()
                .toString())
        .body(zip);
  }
}
