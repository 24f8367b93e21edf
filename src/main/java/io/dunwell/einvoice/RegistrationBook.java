package io.dunwell.einvoice;

import io.dunwell.einvoice.Registration.State;
import io.dunwell.shared.Actor;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of registrations. What is registered never changes again, but that it is cancelled. */
@Component
class RegistrationBook {

  private final JdbcClient jdbc;

  RegistrationBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * Writes a document down, or writes it anew, unless it is registered. What was refused waits no
   * longer to be sent.
   */
  void prepare(UUID document, String number, Irn irn, String payload) {
    jdbc.sql(
            """
            insert into einvoice.registration (document, number, irn, payload, state)
            values (?, ?, ?, ?, 'PENDING')
            on conflict (document) do update
               set number = excluded.number, irn = excluded.irn, payload = excluded.payload,
                   state = 'PENDING', refusal = null,
                   attempts = case when einvoice.registration.state = 'REFUSED' then 0
                                   else einvoice.registration.attempts end,
                   tried_at = case when einvoice.registration.state <> 'REFUSED'
                                   then einvoice.registration.tried_at end
             where einvoice.registration.state in ('PENDING', 'REFUSED')""")
        .params(document, number, irn.value(), payload)
        .update();
  }

  String payload(UUID document) {
    return jdbc.sql("select payload from einvoice.registration where document = ?")
        .param(document)
        .query(String.class)
        .single();
  }

  /** Whether it was this call that registered it. */
  boolean register(UUID document, SignedAnswer answer) {
    return jdbc.sql(
                """
                update einvoice.registration
                   set state = 'REGISTERED', ack_number = ?, ack_at = ?, signed_invoice = ?,
                       signed_qr_code = ?, refusal = null, answered_at = clock_timestamp()
                 where document = ? and state in ('PENDING', 'REFUSED')""")
            .params(
                answer.ackNumber(),
                answer.ackAt(),
                answer.signedInvoice(),
                answer.signedQrCode(),
                document)
            .update()
        > 0;
  }

  void refuse(UUID document, String refusal) {
    jdbc.sql(
            """
            update einvoice.registration
               set state = 'REFUSED', refusal = ?, answered_at = clock_timestamp()
             where document = ? and state = 'PENDING'""")
        .params(refusal, document)
        .update();
  }

  /** Notes that it is about to be sent. */
  void sending(UUID document) {
    jdbc.sql(
            """
            update einvoice.registration
               set attempts = attempts + 1, tried_at = clock_timestamp()
             where document = ? and state = 'PENDING'""")
        .param(document)
        .update();
  }

  /** Forgets what was never sent. */
  void forget(UUID document) {
    jdbc.sql("delete from einvoice.registration where document = ? and state = 'PENDING'")
        .param(document)
        .update();
  }

  void printed(UUID document) {
    jdbc.sql(
            """
            update einvoice.registration set printed_at = clock_timestamp()
             where document = ? and state = 'REGISTERED' and printed_at is null""")
        .param(document)
        .update();
  }

  /** Whether it was this call that cancelled it. */
  boolean cancel(UUID document, LocalDateTime at, CancelReason reason, String remark, Actor by) {
    return jdbc.sql(
                """
                update einvoice.registration
                   set state = 'CANCELLED', cancelled_at = ?, cancel_reason = ?, cancel_remark = ?,
                       cancelled_by = ?
                 where document = ? and state = 'REGISTERED'""")
            .params(at, reason.code(), remark, by.name(), document)
            .update()
        > 0;
  }

  Optional<Registration> find(UUID document) {
    return jdbc.sql("select * from einvoice.registration where document = ?")
        .param(document)
        .query(RegistrationBook::row)
        .optional();
  }

  List<UUID> pending() {
    return jdbc.sql(
            "select document from einvoice.registration where state = 'PENDING' order by prepared_at")
        .query(UUID.class)
        .list();
  }

  /** The next that a machine should send again, pausing longer each time, or print. */
  Optional<UUID> due() {
    return jdbc.sql(
            """
            update einvoice.registration set tried_at = clock_timestamp()
             where document =
                   (select document from einvoice.registration
                     where (state = 'PENDING'
                              or state = 'REGISTERED' and printed_at is null
                                 and answered_at < clock_timestamp() - interval '1 minute')
                       and coalesce(tried_at, '-infinity') < clock_timestamp()
                           - least(interval '6 hours',
                                   interval '1 minute' * power(2, least(attempts, 9)))
                     order by prepared_at limit 1 for update skip locked)
            returning document""")
        .query(UUID.class)
        .optional();
  }

  private static Registration row(ResultSet rs, int number) throws SQLException {
    return new Registration(
        rs.getObject("document", UUID.class),
        rs.getString("number"),
        State.valueOf(rs.getString("state")),
        new Irn(rs.getString("irn")),
        rs.getString("ack_number"),
        rs.getObject("ack_at", LocalDateTime.class),
        rs.getString("signed_invoice"),
        rs.getString("signed_qr_code"),
        rs.getString("refusal"),
        rs.getInt("attempts"),
        rs.getObject("cancelled_at", LocalDateTime.class));
  }
}
