package io.dunwell.einvoice.web;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.einvoice.CancelReason;
import io.dunwell.einvoice.Einvoices;
import io.dunwell.einvoice.PortalCancellation;
import io.dunwell.einvoice.Registering;
import io.dunwell.einvoice.Registration;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.util.UUID;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The files and buttons in the e-invoice section of an invoice's page. */
@DeskPage
@RequestMapping("/invoices/{id}")
class EinvoicePages {

  private final Einvoices einvoices;
  private final Registering registering;
  private final PortalCancellation cancellation;
  private final InvoiceBook book;
  private final Notes notes;

  EinvoicePages(
      Einvoices einvoices,
      Registering registering,
      PortalCancellation cancellation,
      InvoiceBook book,
      Notes notes) {
    this.einvoices = einvoices;
    this.registering = registering;
    this.cancellation = cancellation;
    this.book = book;
    this.notes = notes;
  }

  @GetMapping("/inv-01")
  ResponseEntity<byte[]> inv01(@PathVariable UUID id) {
    byte[] json = einvoices.inv01(new InvoiceId(id), null).getBytes(StandardCharsets.UTF_8);
    return file(json, id, "-inv-01.json", MediaType.APPLICATION_JSON);
  }

  @GetMapping("/ubl")
  ResponseEntity<byte[]> ubl(@PathVariable UUID id) {
    return file(einvoices.ubl(new InvoiceId(id)), id, "-ubl.xml", MediaType.APPLICATION_XML);
  }

  @GetMapping("/factur-x")
  ResponseEntity<byte[]> facturX(@PathVariable UUID id) {
    return file(
        einvoices.facturX(new InvoiceId(id)), id, "-factur-x.pdf", MediaType.APPLICATION_PDF);
  }

  @PostMapping("/registration")
  @PreAuthorize("hasAnyRole('BILLING','ACCOUNTS','ADMIN')")
  String register(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    Registration registration =
        registering.register(new InvoiceId(id), null, new Actor(by.getName()));
    String said = "einvoice.note." + registration.state();
    if (registration.state() == Registration.State.REFUSED) {
      notes.warn(flash, said);
    } else {
      notes.add(flash, said);
    }
    return "redirect:/invoices/" + id;
  }

  @PostMapping("/registration-cancellation")
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  String cancel(
      @PathVariable UUID id,
      @RequestParam CancelReason reason,
      @RequestParam String remark,
      Principal by,
      RedirectAttributes flash) {
    cancellation.cancel(new InvoiceId(id), reason, remark, new Actor(by.getName()));
    notes.add(flash, "einvoice.note.CANCELLED");
    return "redirect:/invoices/" + id;
  }

  private ResponseEntity<byte[]> file(byte[] content, UUID id, String ending, MediaType type) {
    String number = String.valueOf(book.view(new InvoiceId(id)).number()).replace('/', '-');
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(number + ending).build().toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
