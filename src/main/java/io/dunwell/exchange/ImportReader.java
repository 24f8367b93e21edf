package io.dunwell.exchange;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Where imports stand, and what they left behind: the side that reads. */
@Component
class ImportReader {

  /** A row in quarantine as it stood in the file. */
  record KeptRow(int number, List<String> cells) {}

  private static final String VIEW =
      """
      select i.*, (select count(*) from exchange.problem p where p.import = i.id) as problems,
        (select count(*) from exchange.quarantined_row q
          where q.import = i.id and q.conflict and q.decision is null) as conflicts
      from exchange.import i
      """;

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  ImportReader(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  ImportView view(ImportId id) {
    return jdbc.sql(VIEW + " where i.id = :id")
        .param("id", id.value())
        .query((row, index) -> view(row, problems(id, 0, Imports.PROBLEMS_SHOWN)))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  Page<ImportView> list(int page, int size) {
    List<ImportView> content =
        jdbc.sql(VIEW + " order by i.requested_at desc, i.id desc limit :size offset :offset")
            .param("size", size)
            .param("offset", (long) page * size)
            .query((row, index) -> view(row, List.of()))
            .list();
    return new Page<>(content, page, size, count("select count(*) from exchange.import", null));
  }

  Page<ImportProblem> problemPage(ImportId id, int page, int size) {
    long total = count("select count(*) from exchange.problem where import = :id", id);
    return new Page<>(
        problems(id, (int) Math.min((long) page * size, Integer.MAX_VALUE), size),
        page,
        size,
        total);
  }

  List<String> titles(ImportId id) {
    return jdbc.sql("select titles from exchange.import where id = :id")
        .param("id", id.value())
        .query((row, index) -> texts(row.getString(1)))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  /** Rows in quarantine behind that row, in the order of the file. */
  List<KeptRow> kept(ImportId id, int after, int most) {
    return jdbc.sql(
            "select row_number, cells from exchange.quarantined_row where import = :id"
                + " and row_number > :after order by row_number limit :most")
        .param("id", id.value())
        .param("after", after)
        .param("most", most)
        .query((row, index) -> new KeptRow(row.getInt(1), texts(row.getString(2))))
        .list();
  }

  /** What stops these rows, in the order of the file. */
  List<ImportProblem> stopping(ImportId id, int from, int until) {
    return jdbc.sql(
            "select * from exchange.problem where import = :id and severity <> 'NOTICE'"
                + " and row_number between :from and :until order by row_number, id")
        .param("id", id.value())
        .param("from", from)
        .param("until", until)
        .query(ImportReader::problem)
        .list();
  }

  private List<ImportProblem> problems(ImportId id, int offset, int most) {
    return jdbc.sql(
            "select * from exchange.problem where import = :id order by row_number, id"
                + " limit :most offset :offset")
        .param("id", id.value())
        .param("most", most)
        .param("offset", offset)
        .query(ImportReader::problem)
        .list();
  }

  private List<CurrencyTotal> totals(UUID id) {
    return jdbc.sql(
            "select currency, count, amount from exchange.import_total where import = :id"
                + " order by currency")
        .param("id", id)
        .query(
            (row, index) -> {
              Currency currency = Currency.getInstance(row.getString(1));
              Money amount = new Money(row.getBigDecimal(3), currency);
              return new CurrencyTotal(row.getString(1), row.getInt(2), amount.text());
            })
        .list();
  }

  private ImportView view(ResultSet row, List<ImportProblem> problems) throws SQLException {
    UUID id = row.getObject("id", UUID.class);
    String code = row.getString("refusal_code");
    String sentence = row.getString("refusal");
    OffsetDateTime finished = row.getObject("finished_at", OffsetDateTime.class);
    return new ImportView(
        id,
        ImportKind.valueOf(row.getString("kind")),
        row.getString("profile"),
        row.getInt("profile_version"),
        row.getBoolean("dry_run"),
        row.getString("file_name"),
        ImportStatus.valueOf(row.getString("status")),
        row.getInt("rows"),
        row.getInt("accepted"),
        row.getInt("duplicates"),
        row.getInt("rejected"),
        row.getInt("conflicts"),
        totals(id),
        withRefusal(problems, code, sentence),
        row.getInt("problems") + (code == null ? 0 : 1),
        row.getObject("total_rows", Integer.class),
        code,
        sentence,
        row.getString("requested_by"),
        instant(row.getObject("requested_at", OffsetDateTime.class)),
        finished == null ? null : instant(finished));
  }

  private static List<ImportProblem> withRefusal(
      List<ImportProblem> problems, @Nullable String code, @Nullable String sentence) {
    if (code == null || sentence == null) {
      return problems;
    }
    List<ImportProblem> all = new ArrayList<>();
    all.add(new ImportProblem(0, null, null, code, sentence, ImportProblem.Severity.ERROR));
    all.addAll(problems);
    return all;
  }

  private static Instant instant(OffsetDateTime time) {
    return time.toInstant();
  }

  private static ImportProblem problem(ResultSet row, int index) throws SQLException {
    return new ImportProblem(
        row.getInt("row_number"),
        row.getString("field"),
        row.getString("value"),
        row.getString("code"),
        row.getString("message"),
        ImportProblem.Severity.valueOf(row.getString("severity")));
  }

  private long count(String sql, @Nullable ImportId id) {
    JdbcClient.StatementSpec statement = jdbc.sql(sql);
    return (id == null ? statement : statement.param("id", id.value())).query(Long.class).single();
  }

  private List<String> texts(String written) {
    try {
      return json.readValue(written, new TypeReference<List<String>>() {});
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static RuleViolation unknown(ImportId id) {
    return new RuleViolation("import.unknown", "There is no import " + id + ".");
  }
}
