package io.dunwell.contracts.web;

import io.dunwell.contracts.DeliveryKind;
import io.dunwell.contracts.DeliveryLineView;
import io.dunwell.contracts.DeliveryView;
import io.dunwell.contracts.ProofView;
import io.dunwell.contracts.ShipTo;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delivery; quantities are decimal strings. */
record DeliveryResponse(
    UUID id,
    String number,
    UUID contract,
    String contractNumber,
    UUID customer,
    DeliveryKind kind,
    LocalDate deliveredOn,
    @Nullable String reason,
    String recordedBy,
    Instant recordedAt,
    boolean proven,
    List<Line> lines,
    List<ProofView> proofs,
    @Nullable ShipTo shipTo) {

  /**
   * A line.
   *
   * @param left the quantity less what other lines took away from it since
   */
  record Line(
      UUID id,
      String item,
      @Nullable String description,
      String quantity,
      @Nullable UUID returnsOf,
      String left) {

    static Line of(DeliveryLineView line) {
      return new Line(
          line.id().value(),
          line.item(),
          line.description(),
          line.quantity().toPlainString(),
          line.returnsOf() == null ? null : line.returnsOf().value(),
          line.left().toPlainString());
    }
  }

  static DeliveryResponse of(DeliveryView view) {
    return new DeliveryResponse(
        view.id().value(),
        view.number(),
        view.contract().value(),
        view.contractNumber(),
        view.customer().value(),
        view.kind(),
        view.deliveredOn(),
        view.reason(),
        view.recordedBy(),
        view.recordedAt(),
        view.proven(),
        view.lines().stream().map(Line::of).toList(),
        view.proofs(),
        view.shipTo());
  }
}
