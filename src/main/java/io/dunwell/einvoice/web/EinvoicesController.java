package io.dunwell.einvoice.web;

import io.dunwell.einvoice.CancelReason;
import io.dunwell.einvoice.Einvoices;
import io.dunwell.einvoice.IndianPortal;
import io.dunwell.einvoice.PortalCancellation;
import io.dunwell.einvoice.Registering;
import io.dunwell.einvoice.Registration;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.security.Principal;
import java.time.LocalDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Issued invoices as electronic documents. */
@RestController
@RequestMapping("/api/invoices/{id:[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}}")
@Tag(name = "Electronic invoices", description = "UBL, Factur-X, and the Indian portal's INV-01")
class EinvoicesController {

  private static final String RATE =
      "Rupees for one unit of the currency; without it, the exchange rate of the day of issue";

  private final Einvoices einvoices;
  private final IndianPortal portal;
  private final Registering registering;
  private final PortalCancellation cancellation;

  EinvoicesController(
      Einvoices einvoices,
      IndianPortal portal,
      Registering registering,
      PortalCancellation cancellation) {
    this.einvoices = einvoices;
    this.portal = portal;
    this.registering = registering;
    this.cancellation = cancellation;
  }

  @GetMapping("/ubl")
  @Operation(summary = "As UBL 2.1 for Peppol BIS Billing 3, checked by its rules")
  ResponseEntity<byte[]> ubl(@PathVariable UUID id) {
    return file(einvoices.ubl(new InvoiceId(id)), id + "-ubl.xml", MediaType.APPLICATION_XML);
  }

  @GetMapping("/cii")
  @Operation(summary = "As CII of EN 16931, checked by its rules")
  ResponseEntity<byte[]> cii(@PathVariable UUID id) {
    return file(einvoices.cii(new InvoiceId(id)), id + "-cii.xml", MediaType.APPLICATION_XML);
  }

  @GetMapping("/factur-x")
  @Operation(summary = "The PDF with the CII document inside (Factur-X, ZUGFeRD)")
  ResponseEntity<byte[]> facturX(@PathVariable UUID id) {
    return file(
        einvoices.facturX(new InvoiceId(id)), id + "-factur-x.pdf", MediaType.APPLICATION_PDF);
  }

  @GetMapping("/inv-01")
  @Operation(summary = "As INV-01 of the Indian portal, checked by its rules")
  ResponseEntity<String> inv01(
      @PathVariable UUID id,
      @Parameter(description = RATE, example = "83.50") @RequestParam(required = false)
          @Nullable BigDecimal rate) {
    return ResponseEntity.ok()
        .contentType(MediaType.APPLICATION_JSON)
        .body(einvoices.inv01(new InvoiceId(id), rate));
  }

  @GetMapping("/registration")
  @Operation(summary = "How it stands with the Indian portal")
  RegistrationJson registration(@PathVariable UUID id) {
    return RegistrationJson.of(
        portal
            .find(id)
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "einvoice.unknown", "This invoice was never sent to the portal.")));
  }

  @PostMapping("/registration")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  @Operation(
      summary = "Have it registered at the Indian portal",
      description =
          """
          Again, as often as one likes: the portal gives a document one number. Once registered, \
          the invoice is printed with its number and QR code and goes out, if it has not yet.""")
  RegistrationJson register(
      @PathVariable UUID id,
      @Parameter(description = RATE, example = "83.50") @RequestParam(required = false)
          @Nullable BigDecimal rate,
      Principal user) {
    return RegistrationJson.of(
        registering.register(new InvoiceId(id), rate, new Actor(user.getName())));
  }

  @PostMapping("/registration/cancellation")
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(
      summary = "Cancel it at the Indian portal, and with that here",
      description =
          """
          The portal allows it for 24 hours; later only a credit note helps. What is paid, set off \
          or corrected by a note is not cancelled.""")
  RegistrationJson cancel(
      @PathVariable UUID id, @Valid @RequestBody CancellationRequest request, Principal user) {
    return RegistrationJson.of(
        cancellation.cancel(
            new InvoiceId(id), request.reason(), request.remark(), new Actor(user.getName())));
  }

  /**
   * Why a registration is cancelled.
   *
   * @param remark in words, up to 100 characters
   */
  record CancellationRequest(
      @NotNull @Schema(example = "DATA_ENTRY_MISTAKE") CancelReason reason,
      @NotBlank @Size(max = 100) @Schema(example = "Billed to the wrong branch") String remark) {}

  private static ResponseEntity<byte[]> file(byte[] content, String name, MediaType type) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .body(content);
  }

  /** A registration as JSON; times are Indian standard time. */
  record RegistrationJson(
      String number,
      Registration.State state,
      String irn,
      @Nullable String ackNumber,
      @Nullable LocalDateTime ackAt,
      @Nullable String signedQrCode,
      @Nullable String refusal,
      @Nullable LocalDateTime cancellableUntil,
      @Nullable LocalDateTime cancelledAt) {

    static RegistrationJson of(Registration registration) {
      return new RegistrationJson(
          registration.number(),
          registration.state(),
          registration.irn().value(),
          registration.ackNumber(),
          registration.ackAt(),
          registration.signedQrCode(),
          registration.refusal(),
          registration.cancellableUntil(),
          registration.cancelledAt());
    }
  }
}
