package io.dunwell.einvoice.web;

import io.dunwell.einvoice.BrokenRule;
import io.dunwell.einvoice.EinvoiceFormat;
import io.dunwell.einvoice.EinvoiceReader;
import io.dunwell.einvoice.InvalidEinvoice;
import io.dunwell.einvoice.ReceivedEinvoice;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.time.LocalDate;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Reads electronic invoices of others; nothing is stored. */
@RestController
@RequestMapping("/api/einvoices")
@Tag(name = "Electronic invoices")
class ReadingController {

  private final EinvoiceReader reader;

  ReadingController(EinvoiceReader reader) {
    this.reader = reader;
  }

  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','MANAGER','ADMIN')")
  @PostMapping(
      path = "/reading",
      consumes = {
        MediaType.APPLICATION_XML_VALUE,
        MediaType.APPLICATION_PDF_VALUE,
        MediaType.APPLICATION_OCTET_STREAM_VALUE
      })
  @Operation(
      summary = "What an electronic invoice says, if it keeps the official rules",
      description =
          """
          UBL 2.1 or CII D16B, bare or inside a PDF (Factur-X, ZUGFeRD 2). What breaks the rules of \
          EN 16931, or of Peppol where it promises those, is refused with each broken rule.""")
  Reading read(@RequestBody byte[] document) {
    return Reading.of(reader.read(document));
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidEinvoice invalid) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, invalid.sentence());
    problem.setType(URI.create("urn:dunwell:" + invalid.code()));
    problem.setTitle("The electronic invoice is not valid");
    problem.setProperty("code", invalid.code());
    problem.setProperty("rules", invalid.broken());
    return problem;
  }

  /** What it says; amounts are decimal strings. */
  record Reading(
      EinvoiceFormat format,
      String typeCode,
      String number,
      LocalDate issuedOn,
      String seller,
      String buyer,
      String currency,
      String net,
      String tax,
      String due,
      List<BrokenRule> warnings) {

    static Reading of(ReceivedEinvoice received) {
      return new Reading(
          received.format(),
          received.typeCode(),
          received.number(),
          received.issuedOn(),
          received.seller(),
          received.buyer(),
          received.due().currency().getCurrencyCode(),
          received.net().text(),
          received.tax().text(),
          received.due().text(),
          received.warnings());
    }
  }
}
