package io.dunwell.contracts;

import io.dunwell.documents.DocumentId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of proofs. */
@Component
class ProofTable {

  private final JdbcClient jdbc;

  ProofTable(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** The proof that this document is for the delivery, unless it is none or was withdrawn. */
  Optional<ProofId> of(DeliveryId delivery, DocumentId document) {
    return jdbc.sql(
            """
            select id from contracts.proof
             where delivery = ? and document = ? and withdrawn_on is null""")
        .params(delivery.value(), document.value())
        .query((row, n) -> new ProofId(row.getObject(1, UUID.class)))
        .optional();
  }

  ProofId write(
      DeliveryId delivery,
      ProofKind kind,
      DocumentId document,
      String name,
      LocalDate on,
      Actor by) {
    ProofId id = new ProofId(Ids.next());
    jdbc.sql(
            """
            insert into contracts.proof
              (id, delivery, kind, document, name, attached_by, attached_on)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), delivery.value(), kind.name(), document.value(), name, by.name(), on)
        .update();
    return id;
  }

  /** Marks the proof as none; returns what it was attached to. */
  DeliveryId withdraw(ProofId id, LocalDate on, String reason, Actor by) {
    return jdbc.sql(
            """
            update contracts.proof
               set withdrawn_on = ?, withdrawn_by = ?, withdrawn_reason = ?
             where id = ? and withdrawn_on is null returning delivery""")
        .params(on, by.name(), reason, id.value())
        .query((row, n) -> new DeliveryId(row.getObject(1, UUID.class)))
        .optional()
        .orElseThrow(
            () ->
                new RuleViolation(
                    "proof.unknown", "There is no proof " + id + " that could be withdrawn."));
  }
}
