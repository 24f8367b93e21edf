package io.dunwell.approval;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Together;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads what {@link ApprovalStore} keeps, of many invoices at once. */
@Component
class ApprovalEvidence {

  private static final String THESE = "invoice = any(cast(? as uuid[]))";

  private final JdbcClient jdbc;

  ApprovalEvidence(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What is kept of some invoices. */
  record Of(
      Map<InvoiceId, Map<Department, String>> required,
      Map<InvoiceId, List<ApprovalView>> verdicts,
      Map<InvoiceId, Map<Integer, Snapshot>> versions,
      Map<InvoiceId, Set<String>> people) {

    List<Standing> standings(InvoiceView invoice) {
      InvoiceId id = invoice.id();
      return new Standings(versions.getOrDefault(id, Map.of()), invoice.preparation().revision())
          .of(required.getOrDefault(id, Map.of()), verdicts(id));
    }

    List<ApprovalView> verdicts(InvoiceId invoice) {
      return verdicts.getOrDefault(invoice, List.of());
    }

    Set<String> hands(InvoiceId invoice) {
      return people.getOrDefault(invoice, Set.of());
    }
  }

  Of of(Collection<InvoiceView> invoices) {
    Together.written(ApprovalStore.class);
    List<InvoiceId> ids = invoices.stream().map(InvoiceView::id).toList();
    Map<InvoiceId, List<ApprovalView>> verdicts = verdicts(ids);
    return new Of(required(ids), verdicts, versions(verdicts.keySet()), people(ids));
  }

  private Map<InvoiceId, Map<Department, String>> required(Collection<InvoiceId> ids) {
    Map<InvoiceId, Map<Department, String>> required = new HashMap<>();
    each(
        "select invoice, department, because from approval.requirement where " + THESE,
        ids,
        row ->
            required
                .computeIfAbsent(invoice(row), id -> new EnumMap<>(Department.class))
                .put(Department.valueOf(row.getString(2)), row.getString(3)));
    return required;
  }

  private Map<InvoiceId, List<ApprovalView>> verdicts(Collection<InvoiceId> ids) {
    Map<InvoiceId, List<ApprovalView>> verdicts = new HashMap<>();
    each(
        """
        select invoice, revision, version_hash, department, verdict, decided_by, decided_on,
               reason, lines, recorded_at
        from approval.verdict where %s order by recorded_at, id"""
            .formatted(THESE),
        ids,
        row ->
            verdicts
                .computeIfAbsent(invoice(row), id -> new ArrayList<>())
                .add(ApprovalStore.verdict(row, 0)));
    return verdicts;
  }

  /** Only who said something said it about a version. */
  private Map<InvoiceId, Map<Integer, Snapshot>> versions(Collection<InvoiceId> decided) {
    Map<InvoiceId, Map<Integer, Snapshot>> versions = new HashMap<>();
    each(
        "select invoice, revision, snapshot from approval.invoice_version where " + THESE,
        decided,
        row ->
            versions
                .computeIfAbsent(invoice(row), id -> new HashMap<>())
                .put(row.getInt(2), Snapshot.parse(row.getString(3))));
    return versions;
  }

  private Map<InvoiceId, Set<String>> people(Collection<InvoiceId> ids) {
    Map<InvoiceId, Set<String>> people = new HashMap<>();
    each(
        """
        with these as (select unnest(cast(? as uuid[])) as id)
        select h.invoice, h.person from approval.hand h join these t on t.id = h.invoice
        union
        select v.invoice, v.recorded_by from approval.invoice_version v
        join these t on t.id = v.invoice""",
        ids,
        row -> people.computeIfAbsent(invoice(row), id -> new HashSet<>()).add(row.getString(2)));
    return people;
  }

  private void each(String sql, Collection<InvoiceId> ids, RowCallbackHandler row) {
    jdbc.sql(sql)
        .param((Object) ids.stream().map(InvoiceId::toString).toArray(String[]::new))
        .query(row);
  }

  private static InvoiceId invoice(ResultSet row) throws SQLException {
    return new InvoiceId(row.getObject(1, UUID.class));
  }
}
