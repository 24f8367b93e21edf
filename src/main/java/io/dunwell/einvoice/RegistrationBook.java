package io.dunwell.einvoice;

import io.dunwell.einvoice.Registration.State;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of registrations. What is registered never changes again. */
@Component
class RegistrationBook {

  private final JdbcClient jdbc;

  RegistrationBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** Writes a document down, or writes it anew, unless it is registered. */
  void prepare(UUID document, String number, Irn irn, String payload) {
    jdbc.sql(
            """
            insert into einvoice.registration (document, number, irn, payload, state)
            values (?, ?, ?, ?, 'PENDING')
            on conflict (document) do update
               set number = excluded.number, irn = excluded.irn, payload = excluded.payload,
                   state = 'PENDING', refusal = null
             where einvoice.registration.state <> 'REGISTERED'""")
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
                 where document = ? and state <> 'REGISTERED'""")
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
        rs.getString("refusal"));
  }
}
