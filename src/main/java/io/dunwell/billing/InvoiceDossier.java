package io.dunwell.billing;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectWriter;
import io.dunwell.advances.ReceiptVouchers;
import io.dunwell.advances.VoucherView;
import io.dunwell.approval.Approvals;
import io.dunwell.correspondence.LetterId;
import io.dunwell.correspondence.Letters;
import io.dunwell.correspondence.Memos;
import io.dunwell.documents.DocumentId;
import io.dunwell.documents.Documents;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.export.Column;
import io.dunwell.shared.export.Table;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.springframework.stereotype.Component;

/** Packs everything about an invoice: PDF, proofs, mails, versions, verdicts, history. */
@Component
class InvoiceDossier {

  private static final List<Column> HISTORY =
      List.of(
          Column.text("Recorded at"),
          Column.date("Day"),
          Column.text("Kind"),
          Column.text("What"),
          Column.text("Details"),
          Column.text("By"));

  private final InvoiceHistory history;
  private final Approvals approvals;
  private final DeliveryEvidence evidence;
  private final ReceiptVouchers vouchers;
  private final Documents documents;
  private final Letters letters;
  private final Memos memos;
  private final ObjectWriter json;

  InvoiceDossier(
      InvoiceHistory history,
      Approvals approvals,
      DeliveryEvidence evidence,
      ReceiptVouchers vouchers,
      Documents documents,
      Letters letters,
      Memos memos,
      ObjectMapper mapper) {
    this.history = history;
    this.approvals = approvals;
    this.evidence = evidence;
    this.vouchers = vouchers;
    this.documents = documents;
    this.letters = letters;
    this.memos = memos;
    this.json = mapper.writerWithDefaultPrettyPrinter();
  }

  byte[] zip(InvoiceView invoice) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      put(zip, "invoice.json", json.writeValueAsBytes(invoice));
      put(zip, "history.csv", table(invoice.id()));
      put(zip, "verdicts.json", json.writeValueAsBytes(approvals.verdicts(invoice.id())));
      put(zip, "versions.json", json.writeValueAsBytes(approvals.versions(invoice.id())));
      UUID document = invoice.document();
      if (document != null) {
        put(zip, "invoice.pdf", documents.read(new DocumentId(document)));
      }
      UUID letter = invoice.letter();
      if (letter != null) {
        put(zip, "mail.eml", letters.eml(new LetterId(letter)));
      }
      for (VoucherView voucher : vouchers.of(invoice.id())) {
        String name = "vouchers/" + voucher.number().replace('/', '-') + ".pdf";
        put(zip, name, documents.read(voucher.document()));
      }
      memos(zip, invoice.id());
      proofs(zip, invoice.id());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  /** The mails to colleagues, who were reminded and asked in place of others. */
  private void memos(ZipOutputStream zip, InvoiceId invoice) throws IOException {
    int number = 0;
    for (Memos.MemoView memo : memos.about(invoice.toString())) {
      number++;
      String text =
          "To: %s%nDay: %s%nState: %s%nSubject: %s%n%n%s%n"
              .formatted(memo.recipient(), memo.dated(), memo.state(), memo.subject(), memo.text());
      String name = "memos/%02d-%s.txt".formatted(number, memo.recipient().replace('/', '-'));
      put(zip, name, text.getBytes(StandardCharsets.UTF_8));
    }
  }

  private void proofs(ZipOutputStream zip, InvoiceId invoice) throws IOException {
    int number = 0;
    for (EvidenceView proof : evidence.views(invoice)) {
      if (documents.view(proof.document()).readable()) {
        number++;
        String name = "proofs/%02d-%s".formatted(number, proof.name().replace('/', '-'));
        put(zip, name, documents.read(proof.document()));
      }
    }
  }

  private byte[] table(InvoiceId invoice) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (Table table = Table.csv(bytes, HISTORY)) {
      for (HistoryEntry entry : history.of(invoice)) {
        table.row(
            entry.at() == null ? null : entry.at().toString(),
            entry.on(),
            entry.kind(),
            entry.what(),
            entry.text(),
            entry.by());
      }
    }
    return bytes.toByteArray();
  }

  private static void put(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }
}
