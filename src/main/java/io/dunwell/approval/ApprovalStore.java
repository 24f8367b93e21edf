package io.dunwell.approval;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Together;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The evidence of approvals: versions, requirements and verdicts. Its tables only grow. */
@Component
class ApprovalStore {

  private final JdbcClient jdbc;
  private final JdbcOperations batch;

  ApprovalStore(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  void keepAll(List<InvoiceView> submitted, Map<InvoiceId, Snapshot> snapshots, Actor by) {
    batch.batchUpdate(
        """
        insert into approval.invoice_version (invoice, revision, hash, snapshot, recorded_by)
        values (?, ?, ?, ?, ?)""",
        submitted.stream()
            .map(
                view -> {
                  Snapshot snapshot = Objects.requireNonNull(snapshots.get(view.id()));
                  return new Object[] {
                    view.id().value(),
                    view.preparation().revision(),
                    snapshot.hash(),
                    snapshot.text(),
                    by.name()
                  };
                })
            .toList());
  }

  /** Every version that was submitted, by its revision. */
  Map<Integer, Snapshot> versions(InvoiceId invoice) {
    Map<Integer, Snapshot> versions = new HashMap<>();
    jdbc.sql("select revision, snapshot from approval.invoice_version where invoice = ?")
        .param(invoice.value())
        .query(
            row -> {
              versions.put(row.getInt(1), Snapshot.parse(row.getString(2)));
            });
    return versions;
  }

  /** Notes who had a hand in what it says. */
  void changed(InvoiceId invoice, Actor by) {
    jdbc.sql("insert into approval.hand (invoice, person) values (?, ?) on conflict do nothing")
        .params(invoice.value(), by.name())
        .update();
  }

  /** Everybody who ever changed it or submitted a version of it. */
  Set<String> hands(InvoiceId invoice) {
    return new HashSet<>(
        jdbc.sql(
                """
                select person from approval.hand where invoice = :invoice union
                select recorded_by from approval.invoice_version where invoice = :invoice""")
            .param("invoice", invoice.value())
            .query(String.class)
            .list());
  }

  void require(InvoiceId invoice, Map<Department, String> because) {
    jdbc.sql("delete from approval.requirement where invoice = ?").param(invoice.value()).update();
    because.forEach(
        (department, why) ->
            jdbc.sql(
                    """
                    insert into approval.requirement (invoice, department, because)
                    values (?, ?, ?)""")
                .params(invoice.value(), department.name(), why)
                .update());
  }

  /** Requires these departments wherever nobody is required yet. */
  void requireUntilDecided(List<InvoiceId> invoices, Map<Department, String> because) {
    List<Department> departments = List.copyOf(because.keySet());
    jdbc.sql(
            """
            insert into approval.requirement (invoice, department, because)
            select i.id, d.name, d.because
              from unnest(cast(? as uuid[])) i (id),
                   unnest(cast(? as text[]), cast(? as text[])) d (name, because)
             where not exists (select 1 from approval.requirement r where r.invoice = i.id)""")
        .params(
            texts(invoices),
            departments.stream().map(Department::name).toArray(String[]::new),
            departments.stream().map(because::get).toArray(String[]::new))
        .update();
  }

  /** Those of the invoices that a policy let pass, each with the version that it let. */
  Map<InvoiceId, Integer> straight(List<InvoiceId> invoices) {
    Together.written(ApprovalStore.class);
    Map<InvoiceId, Integer> straight = new HashMap<>();
    jdbc.sql(
            """
            select invoice, max(revision) from approval.verdict
             where verdict = 'STRAIGHT' and invoice = any(cast(? as uuid[])) group by invoice""")
        .param((Object) texts(invoices))
        .query(
            row -> {
              straight.put(new InvoiceId(row.getObject(1, UUID.class)), row.getInt(2));
            });
    return straight;
  }

  private static String[] texts(List<InvoiceId> invoices) {
    return invoices.stream().map(InvoiceId::toString).toArray(String[]::new);
  }

  /** Why which department has to approve, in the order of asking. */
  Map<Department, String> required(InvoiceId invoice) {
    Map<Department, String> required = new EnumMap<>(Department.class);
    jdbc.sql("select department, because from approval.requirement where invoice = ?")
        .param(invoice.value())
        .query(
            row -> {
              required.put(Department.valueOf(row.getString(1)), row.getString(2));
            });
    return required;
  }

  void record(
      InvoiceView invoice,
      @Nullable Department department,
      Verdict verdict,
      @Nullable String reason,
      List<UUID> lines,
      LocalDate on,
      Actor by) {
    @Nullable Object[] row = {
      Ids.next(),
      invoice.id().value(),
      invoice.preparation().revision(),
      invoice.preparation().versionHash(),
      department == null ? null : department.name(),
      verdict.name(),
      by.name(),
      on,
      reason,
      lines.isEmpty() ? null : lines.stream().map(UUID::toString).collect(Collectors.joining(","))
    };
    Together.write(ApprovalStore.class, row, this::recordAll);
  }

  private void recordAll(List<@Nullable Object[]> rows) {
    batch.batchUpdate(
        """
        insert into approval.verdict
          (id, invoice, revision, version_hash, department, verdict, decided_by, decided_on,
           reason, lines)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)""",
        rows);
  }

  /** Every verdict, the earliest first. */
  List<ApprovalView> verdicts(InvoiceId invoice) {
    Together.written(ApprovalStore.class);
    return jdbc.sql(
            """
            select invoice, revision, version_hash, department, verdict, decided_by, decided_on,
                   reason, lines, recorded_at
            from approval.verdict where invoice = ? order by recorded_at, id""")
        .param(invoice.value())
        .query(ApprovalStore::verdict)
        .list();
  }

  static ApprovalView verdict(ResultSet row, int number) throws SQLException {
    String department = row.getString("department");
    String lines = row.getString("lines");
    return new ApprovalView(
        new InvoiceId(row.getObject("invoice", UUID.class)),
        row.getInt("revision"),
        row.getString("version_hash"),
        department == null ? null : Department.valueOf(department),
        Verdict.valueOf(row.getString("verdict")),
        row.getString("decided_by"),
        row.getObject("decided_on", LocalDate.class),
        row.getString("reason"),
        lines == null
            ? List.of()
            : Arrays.stream(lines.split(",", -1)).map(UUID::fromString).toList(),
        row.getTimestamp("recorded_at").toInstant());
  }
}
