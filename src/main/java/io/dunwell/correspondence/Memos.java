package io.dunwell.correspondence;

import io.dunwell.shared.Ids;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Short mails to people of the house. Writing one keeps it in the caller's transaction; nothing
 * leaves before that is committed, and nothing at all without a mail server.
 */
@Service
@Transactional
public class Memos {

  private final JdbcClient jdbc;
  private final Clock clock;

  Memos(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * A memo as it stands.
   *
   * @param state {@code reserved}, {@code sending}, {@code sent}, {@code failed} or {@code
   *     ambiguous}
   */
  public record MemoView(
      UUID id, String recipient, String subject, String text, LocalDate dated, String state) {}

  /** Writes it, unless one with that key was written already or there is no address. */
  public void write(NewMemo memo) {
    if (MailAddress.problem(memo.toAddress()) == null) {
      jdbc.sql(
              """
              insert into correspondence.memo
                (id, key, recipient, to_address, subject, body, about, dated)
              values (?, ?, ?, ?, ?, ?, ?, ?) on conflict (key) do nothing""")
          .params(
              Ids.next(),
              memo.key(),
              memo.recipient(),
              memo.toAddress(),
              Mails.oneLine(memo.subject()),
              memo.text(),
              memo.about(),
              LocalDate.now(clock))
          .update();
    }
  }

  /** What was written about that, the earliest first. */
  @Transactional(readOnly = true)
  public List<MemoView> about(String about) {
    return jdbc.sql(
            """
            select id, recipient, subject, body as text, dated, state from correspondence.memo
             where about = ? order by recorded_at, id""")
        .param(about)
        .query(MemoView.class)
        .list();
  }
}
