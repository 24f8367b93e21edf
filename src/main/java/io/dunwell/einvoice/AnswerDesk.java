package io.dunwell.einvoice;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunwell.invoices.events.RegistrationRefused;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDateTime;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes the portal's answers: verified ones are stored, others are not. */
@Component
@Transactional
class AnswerDesk {

  private final PortalSignature signature;
  private final RegistrationBook book;
  private final ApplicationEventPublisher events;

  AnswerDesk(PortalSignature signature, RegistrationBook book, ApplicationEventPublisher events) {
    this.signature = signature;
    this.book = book;
    this.events = events;
  }

  /**
   * @throws RuleViolation {@code einvoice.signature} if it is not the portal's, {@code
   *     einvoice.answer-of-another} if it is about another document
   */
  void accept(Registration registration, SignedAnswer answer, Actor by) {
    JsonNode invoice = signature.verified(answer.signedInvoice());
    JsonNode code = signature.verified(answer.signedQrCode());
    boolean ours =
        answer.irn().equals(registration.irn())
            && invoice.path("Irn").asText().equals(registration.irn().value())
            && invoice.path("DocDtls").path("No").asText().equals(registration.number())
            && code.path("Irn").asText().equals(registration.irn().value())
            && code.path("DocNo").asText().equals(registration.number());
    if (!ours) {
      throw new RuleViolation(
          "einvoice.answer-of-another",
          "The portal's answer is about another document than " + registration.number() + ".");
    }
    if (book.register(registration.document(), answer)) {
      publish(
          registration,
          "einvoice.registered",
          by,
          Map.of("irn", answer.irn().value(), "ack", answer.ackNumber()));
    }
  }

  void refuse(Registration registration, PortalRefusal refusal, Actor by) {
    String text = refusal.code() + ": " + refusal.text();
    book.refuse(registration.document(), text);
    publish(registration, "einvoice.refused", by, Map.of("refusal", text));
    events.publishEvent(new RegistrationRefused(registration.document(), text));
  }

  /** Notes that it is about to be sent, before it is. */
  void sending(Registration registration) {
    book.sending(registration.document());
  }

  void cancel(
      Registration registration, LocalDateTime at, CancelReason reason, String remark, Actor by) {
    if (book.cancel(registration.document(), at, reason, remark, by)) {
      publish(
          registration,
          "einvoice.cancelled",
          by,
          Map.of("irn", registration.irn().value(), "reason", reason.name(), "remark", remark));
    }
  }

  private void publish(
      Registration registration, String act, Actor by, Map<String, String> details) {
    events.publishEvent(
        new Auditable(by, act, "invoice", registration.document().toString(), details));
  }
}
