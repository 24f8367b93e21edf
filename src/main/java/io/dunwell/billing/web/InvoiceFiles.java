package io.dunwell.billing.web;

import io.dunwell.invoices.InvoiceView;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/** Files as downloads: never opened by the browser in our name. */
final class InvoiceFiles {

  private InvoiceFiles() {}

  static String name(InvoiceView invoice) {
    String number = invoice.number();
    return number == null ? "draft-" + invoice.id() : number.replace('/', '-');
  }

  static ResponseEntity<byte[]> answer(byte[] content, MediaType type, String name) {
    return ResponseEntity.ok()
        .contentType(type)
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(name).build().toString())
        .header("Content-Security-Policy", "default-src 'none'; sandbox")
        .header("X-Content-Type-Options", "nosniff")
        .body(content);
  }
}
