package io.dunwell.correspondence;

import io.dunwell.documents.DocumentId;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads letters. */
@Component
class LetterQueries {

  static final String VIEW =
      """
      select l.id, l.customer, l.currency, l.dated, l.template, l.language, l.subject, d.to_address,
             d.state, d.attempts, d.last_error, d.next_attempt_at, d.sent_at, d.message_id,
             encode(l.html_sha256, 'hex') html_sha256, l.html is not null readable,
             l.withdrawn_because, c.number, c.name
        from correspondence.letter l
        join correspondence.dispatch d on d.letter = l.id
        left join party.v_customer c on c.id = l.customer
      """;

  private final JdbcClient jdbc;

  LetterQueries(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  LetterView view(LetterId id) {
    return jdbc.sql(VIEW + " where l.id = ?")
        .param(id.value())
        .query(LetterQueries::row)
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  byte[] html(LetterId id) {
    return readable(id, "html", (rs, n) -> rs.getBytes(1));
  }

  String facts(LetterId id) {
    return readable(id, "facts", (rs, n) -> rs.getString(1));
  }

  /** The stored PDF, or nothing if it was never needed so far. */
  Optional<byte[]> pdf(LetterId id) {
    return jdbc.sql("select pdf from correspondence.letter where id = ? and pdf is not null")
        .param(id.value())
        .query((rs, n) -> rs.getBytes(1))
        .optional();
  }

  /** Stores a PDF unless somebody else just has. */
  void keepPdf(LetterId id, byte[] pdf) {
    jdbc.sql(
            """
            update correspondence.letter set pdf = ?, pdf_sha256 = ?
             where id = ? and pdf is null and facts is not null""")
        .params(pdf, Sha256.of(pdf), id.value())
        .update();
  }

  List<DocumentId> enclosures(LetterId id) {
    return jdbc.sql(
            "select document from correspondence.enclosure where letter = ? order by position")
        .param(id.value())
        .query((rs, n) -> new DocumentId(rs.getObject(1, UUID.class)))
        .list();
  }

  Instant writtenAt(LetterId id) {
    return jdbc.sql("select recorded_at from correspondence.letter where id = ?")
        .param(id.value())
        .query((rs, n) -> rs.getTimestamp(1).toInstant())
        .single();
  }

  List<LetterStep> steps(LetterId id) {
    return jdbc.sql(
            """
            select at, state, by, remark from correspondence.dispatch_step
             where letter = ? order by at""")
        .param(id.value())
        .query(
            (rs, n) ->
                new LetterStep(
                    rs.getTimestamp(1).toInstant(),
                    DispatchState.of(rs.getString(2)),
                    rs.getString(3),
                    rs.getString(4)))
        .list();
  }

  Page<LetterView> list(LetterQuery query, LetterOrder order, int page, int size) {
    long total =
        filtered(
                "select count(*) from correspondence.letter l"
                    + " join correspondence.dispatch d on d.letter = l.id ",
                query,
                "")
            .query(Long.class)
            .single();
    String slice = order.sql() + " limit " + size + " offset " + page * (long) size;
    List<LetterView> content = filtered(VIEW, query, slice).query(LetterQueries::row).list();
    return new Page<>(content, page, size, total);
  }

  Map<DispatchState, Long> counts() {
    Map<DispatchState, Long> counts = new EnumMap<>(DispatchState.class);
    jdbc.sql("select state, count(*) from correspondence.dispatch group by state")
        .query(
            rs -> {
              counts.put(DispatchState.of(rs.getString(1)), rs.getLong(2));
            });
    return counts;
  }

  private JdbcClient.StatementSpec filtered(String select, LetterQuery query, String order) {
    DispatchState state = query.state();
    CustomerId customer = query.customer();
    return jdbc.sql(
            select
                + """

                 where (:state::text is null or d.state = :state)
                   and (:customer::uuid is null or l.customer = :customer)
                   and (:from::date is null or l.dated >= :from)
                   and (:to::date is null or l.dated <= :to)"""
                + order)
        .param("state", state == null ? null : state.key(), Types.VARCHAR)
        .param("customer", customer == null ? null : customer.value(), Types.OTHER)
        .param("from", query.from(), Types.DATE)
        .param("to", query.to(), Types.DATE);
  }

  private <T> T readable(LetterId id, String column, RowMapper<T> mapper) {
    LetterView letter = view(id);
    if (!letter.readable()) {
      throw new RuleViolation(
          "letter.retention-ended",
          "The retention of this letter has ended; only its hash is kept: " + letter.htmlSha256());
    }
    return jdbc.sql("select " + column + " from correspondence.letter where id = ?")
        .param(id.value())
        .query(mapper)
        .single();
  }

  /** What decides whether a letter can still be withdrawn. */
  record Standing(DispatchState state, boolean withdrawn) {}

  Standing lock(LetterId id) {
    return jdbc.sql(
            """
            select d.state, l.withdrawn_because is not null
              from correspondence.dispatch d join correspondence.letter l on l.id = d.letter
             where d.letter = ? for update of d""")
        .param(id.value())
        .query((rs, n) -> new Standing(DispatchState.of(rs.getString(1)), rs.getBoolean(2)))
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  /** Makes a letter count again as the one of its day. */
  void stand(LetterId id) {
    int stands =
        jdbc.sql(
                """
            update correspondence.letter l set stands = true
             where id = ?
               and (l.template in ('invoice', 'credit-note') or not exists (select 1 from correspondence.letter o
                                where o.customer = l.customer and o.currency = l.currency
                                  and o.dated = l.dated and o.stands and o.id <> l.id
                                  and o.template not in ('invoice', 'credit-note')))""")
            .param(id.value())
            .update();
    if (stands == 0) {
      throw new RuleViolation(
          "letter.replaced", "Another letter of that day has taken the place of this one.");
    }
  }

  static RuleViolation unknown(LetterId id) {
    return new RuleViolation("letter.unknown", "There is no letter " + id + ".");
  }

  static LetterView row(ResultSet rs, int number) throws SQLException {
    DispatchState state = DispatchState.of(rs.getString("state"));
    return new LetterView(
        new LetterId(rs.getObject("id", UUID.class)),
        new CustomerId(rs.getObject("customer", UUID.class)),
        rs.getString("number"),
        rs.getString("name"),
        rs.getString("currency"),
        rs.getObject("dated", LocalDate.class),
        rs.getString("template"),
        rs.getString("language"),
        rs.getString("subject"),
        rs.getString("to_address"),
        state,
        rs.getInt("attempts"),
        rs.getString("last_error"),
        state == DispatchState.RESERVED ? instant(rs.getTimestamp("next_attempt_at")) : null,
        instant(rs.getTimestamp("sent_at")),
        rs.getString("message_id"),
        rs.getString("html_sha256"),
        rs.getBoolean("readable"),
        rs.getString("withdrawn_because"));
  }

  private static @Nullable Instant instant(@Nullable Timestamp timestamp) {
    return timestamp == null ? null : timestamp.toInstant();
  }
}
