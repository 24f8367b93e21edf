package io.dunwell.correspondence;

import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** The steps of sending a memo, each a transaction of its own, as those of a letter are. */
@Component
@Transactional(propagation = Propagation.REQUIRES_NEW)
class MemoOutbox {

  private static final String CLAIM =
      """
      update correspondence.memo
         set state = 'sending', sending_since = clock_timestamp(), attempts = attempts + 1
       where id = (select id from correspondence.memo
                    where state = 'reserved' and next_attempt_at <= clock_timestamp()
                    order by next_attempt_at limit 1 for update skip locked)
      returning id, to_address as "to", subject, body, attempts""";

  private final JdbcClient jdbc;

  MemoOutbox(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A memo that this node, and no other, may now hand to the mail server. */
  record Claim(UUID id, String to, String subject, String body, int attempts) {}

  Optional<Claim> claim() {
    return jdbc.sql(CLAIM).query(Claim.class).optional();
  }

  void sent(UUID id) {
    jdbc.sql(
            """
            update correspondence.memo
               set state = 'sent', sending_since = null, sent_at = clock_timestamp()
             where id = ?""")
        .param(id)
        .update();
  }

  void ended(UUID id, String state, String why) {
    jdbc.sql(
            """
            update correspondence.memo set state = ?, sending_since = null, last_error = ?
             where id = ?""")
        .params(state, why, id)
        .update();
  }

  void postponed(UUID id, Duration pause, String why) {
    jdbc.sql(
            """
            update correspondence.memo
               set state = 'reserved', sending_since = null, last_error = ?,
                   next_attempt_at = clock_timestamp() + make_interval(secs => ?)
             where id = ?""")
        .params(why, pause.toSeconds(), id)
        .update();
  }

  /** What was being sent when a node died may have left: it is not sent again. */
  void interrupted(Duration lease) {
    jdbc.sql(
            """
            update correspondence.memo set state = 'ambiguous', sending_since = null,
                   last_error = 'Interrupted while it was being sent'
             where state = 'sending'
               and sending_since < clock_timestamp() - make_interval(secs => ?)""")
        .param(lease.toSeconds())
        .update();
  }
}
