package io.dunwell.billing;

import io.dunwell.documents.DocumentId;
import io.dunwell.invoices.InvoiceId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The proofs of what an invoice bills. */
@Component
class DeliveryEvidence {

  private static final String PROOFS =
      """
      select distinct p.delivery, d.delivery_number, p.kind, p.name, p.document, p.attached_at,
             l.invoice
      from billing.billed_item b
      join billing.invoice_line l on l.id = b.line
      join billing.billable_item i on i.id = b.billable_item
      join contracts.v_proof p on p.delivery = i.delivery
      join contracts.v_delivery_line d on d.delivery = i.delivery
      where l.invoice = any(cast(? as uuid[]))
      order by p.attached_at, p.document""";

  private final JdbcClient jdbc;

  DeliveryEvidence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The invoice's proofs, those attached first coming first. */
  List<EvidenceView> views(InvoiceId invoice) {
    return viewsOf(List.of(invoice)).getOrDefault(invoice, List.of());
  }

  /** The proofs of each of these invoices; those without any are left out. */
  Map<InvoiceId, List<EvidenceView>> viewsOf(Collection<InvoiceId> invoices) {
    Map<InvoiceId, List<EvidenceView>> all = new HashMap<>();
    jdbc.sql(PROOFS)
        .param((Object) invoices.stream().map(InvoiceId::toString).toArray(String[]::new))
        .query(
            row -> {
              all.computeIfAbsent(
                      new InvoiceId(row.getObject(7, UUID.class)), id -> new ArrayList<>())
                  .add(proof(row));
            });
    return all;
  }

  /** What identifies each proof, for the versions' hashes. */
  Map<InvoiceId, List<String>> ofAll(Collection<InvoiceId> invoices) {
    Map<InvoiceId, List<String>> all = new HashMap<>();
    viewsOf(invoices)
        .forEach(
            (invoice, proofs) ->
                all.put(
                    invoice,
                    proofs.stream()
                        .map(proof -> proof.kind() + " " + proof.name() + " " + proof.document())
                        .toList()));
    return all;
  }

  private static EvidenceView proof(ResultSet row) throws SQLException {
    return new EvidenceView(
        row.getObject(1, UUID.class),
        row.getString(2),
        row.getString(3),
        row.getString(4),
        new DocumentId(row.getObject(5, UUID.class)));
  }
}
