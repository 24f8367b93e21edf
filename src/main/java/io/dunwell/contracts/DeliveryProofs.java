package io.dunwell.contracts;

import io.dunwell.contracts.events.ProofAttached;
import io.dunwell.contracts.events.ProofWithdrawn;
import io.dunwell.documents.DocumentId;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Subject;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Attaches documents to deliveries, and says when one turned out to be no proof. */
@Component
class DeliveryProofs {

  /** What kind of thing proofs are filed for. */
  static final String SUBJECT = "delivery";

  private final ProofTable proofs;
  private final DeliveryReader reader;
  private final Documents documents;
  private final ApplicationEventPublisher events;
  private final Clock clock;

  DeliveryProofs(
      ProofTable proofs,
      DeliveryReader reader,
      Documents documents,
      ApplicationEventPublisher events,
      Clock clock) {
    this.proofs = proofs;
    this.reader = reader;
    this.documents = documents;
    this.events = events;
    this.clock = clock;
  }

  ProofId attach(DeliveryId id, ProofKind kind, String name, byte[] content, Actor by) {
    DeliveryView delivery = reader.view(id);
    DocumentId document =
        documents.store(content, name, new Subject(SUBJECT, delivery.number()), by);
    Optional<ProofId> known = proofs.of(id, document);
    if (known.isPresent()) {
      return known.get();
    }
    String filedAs = documents.view(document).name();
    ProofId proof = proofs.write(id, kind, document, filedAs, LocalDate.now(clock), by);
    tell(by, "proof.attached", delivery, Map.of("kind", kind.name(), "name", filedAs));
    events.publishEvent(new ProofAttached(proof, id, kind, document));
    return proof;
  }

  void withdraw(ProofId id, String reason, Actor by) {
    if (reason.isBlank()) {
      throw new RuleViolation("proof.no-reason", "Say why this is no proof of the delivery.");
    }
    DeliveryId delivery = proofs.withdraw(id, LocalDate.now(clock), reason.strip(), by);
    tell(by, "proof.withdrawn", reader.view(delivery), Map.of("reason", reason.strip()));
    events.publishEvent(new ProofWithdrawn(id, delivery, reason.strip()));
  }

  private void tell(Actor by, String act, DeliveryView delivery, Map<String, String> details) {
    events.publishEvent(new Auditable(by, act, "delivery", delivery.number(), details));
  }
}
