package io.dunwell.correspondence;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
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
             l.withdrawn_because
        from correspondence.letter l
        join correspondence.dispatch d on d.letter = l.id
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
    LetterView letter = view(id);
    if (!letter.readable()) {
      throw new RuleViolation(
          "letter.retention-ended",
          "The retention of this letter has ended; only its hash is kept: " + letter.htmlSha256());
    }
    return jdbc.sql("select html from correspondence.letter where id = ?")
        .param(id.value())
        .query((rs, n) -> rs.getBytes(1))
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

  static RuleViolation unknown(LetterId id) {
    return new RuleViolation("letter.unknown", "There is no letter " + id + ".");
  }

  static LetterView row(ResultSet rs, int number) throws SQLException {
    DispatchState state = DispatchState.of(rs.getString("state"));
    return new LetterView(
        new LetterId(rs.getObject("id", UUID.class)),
        new CustomerId(rs.getObject("customer", UUID.class)),
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
