package io.dunwell.contracts;

import io.dunwell.contracts.events.DeliveryConfirmed;
import io.dunwell.contracts.events.DeliveryReturned;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Takes things back, and delivers again what came back. */
@Component
class Returns {

  private final DeliveryTables tables;
  private final DeliveryReader reader;
  private final ApplicationEventPublisher events;

  Returns(DeliveryTables tables, DeliveryReader reader, ApplicationEventPublisher events) {
    this.tables = tables;
    this.reader = reader;
    this.events = events;
  }

  DeliveryId take(NewReturn wanted, Actor by) {
    DeliveryView from = reader.ofLine(wanted.line());
    tables.lock(from.id().value());
    DeliveryLineView line = line(reader.view(from.id()), wanted.line());
    refuse(wanted, from, line);
    NewDelivery.Line back =
        new NewDelivery.Line(line.item(), wanted.quantity(), line.description());
    DeliveryTables.Delivery taken =
        new DeliveryTables.Delivery(
            new DeliveryId(Ids.next()),
            number(wanted, from),
            from.contract(),
            from.customer().value(),
            from.kind().reversed(),
            wanted.on(),
            wanted.reason(),
            List.of(new DeliveryTables.Line(new DeliveryLineId(Ids.next()), back, wanted.line())),
            from.shipTo());
    tables.write(List.of(taken), by);
    tell(taken, wanted, by);
    return taken.id();
  }

  private static void refuse(NewReturn wanted, DeliveryView from, DeliveryLineView line) {
    if (wanted.on().isBefore(from.deliveredOn())) {
      throw new RuleViolation(
          "return.before-delivery",
          "It went on " + Words.day(from.deliveredOn()) + "; it cannot come back before that.");
    }
    if (wanted.quantity().compareTo(line.left()) > 0) {
      throw new RuleViolation(
          "return.more-than-delivered",
          "Only %s %s is left of %s; no more than that can come back."
              .formatted(line.left().toPlainString(), line.item(), from.number()));
    }
  }

  /** The delivery's number with the next free letter and count. */
  private String number(NewReturn wanted, DeliveryView from) {
    String given = wanted.number();
    if (given != null && !given.isBlank()) {
      return given.strip();
    }
    String stem = from.number() + (from.kind().goesOut() ? "/R" : "/D");
    int count = 1;
    while (!reader.byNumbers(List.of(stem + count)).isEmpty()) {
      count++;
    }
    return stem + count;
  }

  private void tell(DeliveryTables.Delivery taken, NewReturn wanted, Actor by) {
    boolean again = taken.kind().goesOut();
    DeliveryLineId line = taken.lines().get(0).id();
    events.publishEvent(
        again
            ? new DeliveryConfirmed(taken.id(), taken.contract(), List.of(line), taken.on())
            : new DeliveryReturned(
                taken.id(), taken.contract(), line, wanted.line(), wanted.quantity(), taken.on()));
    events.publishEvent(
        new Auditable(
            by,
            again ? "delivery.repeated" : "delivery.returned",
            "delivery",
            taken.number(),
            Map.of(
                "item", taken.lines().get(0).of().item(),
                "quantity", wanted.quantity().toPlainString(),
                "reason", wanted.reason())));
  }

  private static DeliveryLineView line(DeliveryView delivery, DeliveryLineId id) {
    return delivery.lines().stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(() -> new IllegalStateException("Line " + id + " vanished"));
  }
}
