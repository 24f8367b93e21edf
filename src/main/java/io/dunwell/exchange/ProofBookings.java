package io.dunwell.exchange;

import io.dunwell.contracts.Deliveries;
import io.dunwell.documents.Documents;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Books the proofs of archives. */
@Component
class ProofBookings {

  private final Deliveries deliveries;
  private final Documents documents;

  ProofBookings(Deliveries deliveries, Documents documents) {
    this.deliveries = deliveries;
    this.documents = documents;
  }

  ProofBooking from(MappedFile file) {
    return new ProofBooking(Objects.requireNonNull(file.archive()), deliveries, documents);
  }
}
