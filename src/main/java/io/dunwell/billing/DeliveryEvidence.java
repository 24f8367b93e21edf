package io.dunwell.billing;

import io.dunwell.documents.DocumentId;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proofs of what an invoice bills. */
@Component
class DeliveryEvidence {

  private static final String PROOFS =
      """
      select distinct p.delivery, d.delivery_number, p.kind, p.name, p.document, p.attached_at
      from billing.billed_item b
      join billing.invoice_line l on l.id = b.line
      join billing.billable_item i on i.id = b.billable_item
      join contracts.v_proof p on p.delivery = i.delivery
      join contracts.v_delivery_line d on d.delivery = i.delivery
      where l.invoice = ?
      order by p.attached_at, p.document""";

  private final JdbcClient jdbc;

  DeliveryEvidence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The invoice's proofs, those attached first coming first. */
  List<EvidenceView> views(InvoiceId invoice) {
    return jdbc.sql(PROOFS)
        .param(invoice.value())
        .query(
            (row, n) ->
                new EvidenceView(
                    row.getObject(1, UUID.class),
                    row.getString(2),
                    row.getString(3),
                    row.getString(4),
                    new DocumentId(row.getObject(5, UUID.class))))
        .list();
  }

  /** What identifies each proof, for the version's hash. */
  List<String> of(InvoiceView invoice) {
    return views(invoice.id()).stream()
        .map(proof -> proof.kind() + " " + proof.name() + " " + proof.document())
        .toList();
  }
}
