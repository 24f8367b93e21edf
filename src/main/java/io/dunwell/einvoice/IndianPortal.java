package io.dunwell.einvoice;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Has documents registered at the Indian invoice registration portal (CGST Rules r. 48(4)). First a
 * document is written down inside the caller's transaction, then it is sent outside of any; sending
 * again is harmless, for the portal gives a document one number only.
 */
@Service
public class IndianPortal {

  private static final Logger LOG = LoggerFactory.getLogger(IndianPortal.class);
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(StreamWriteFeature.WRITE_BIGDECIMAL_AS_PLAIN).build();

  private final Inv01Rules rules;
  private final RegistrationBook book;
  private final AnswerDesk answers;
  private final Carriers carriers;

  IndianPortal(Inv01Rules rules, RegistrationBook book, AnswerDesk answers, Carriers carriers) {
    this.rules = rules;
    this.book = book;
    this.answers = answers;
    this.carriers = carriers;
  }

  /**
   * The document as INV-01, checked by the portal's rules.
   *
   * @param rupeesPerUnit what one unit of its currency is worth; 1 for rupees
   * @throws RuleViolation {@code einvoice.consumer}, {@code einvoice.no-gstin} or {@code
   *     einvoice.not-gst} if it is no matter of the portal
   * @throws InvalidEinvoice if the rules refuse it, with what is missing or wrong
   */
  public String payload(EinvoiceDocument document, BigDecimal rupeesPerUnit) {
    ObjectNode payload = new Inv01(document, rupeesPerUnit).payload();
    InvalidEinvoice.refuseIfFatal(rules.broken(payload));
    try {
      return JSON.writeValueAsString(payload);
    } catch (JsonProcessingException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  /**
   * Writes a document down to be registered; again, as long as it is not.
   *
   * @param id the caller's id of it
   * @param rupeesPerUnit what one unit of its currency is worth; 1 for rupees
   * @throws RuleViolation as {@link #payload}
   */
  @Transactional
  public void prepare(UUID id, EinvoiceDocument document, BigDecimal rupeesPerUnit) {
    String payload = payload(document, rupeesPerUnit);
    Irn irn =
        Irn.of(
            String.valueOf(document.seller().taxNumber()),
            document.issuedOn(),
            document.kind(),
            document.number());
    book.prepare(id, document.number(), irn, payload);
  }

  /**
   * Sends what is written down and stores the answer, once it is verified. Call it outside of
   * transactions: nobody waits for the portal while holding locks.
   *
   * @return how the document stands afterwards; {@code PENDING} if the portal could not be reached
   * @throws RuleViolation {@code einvoice.unknown}, {@code einvoice.no-provider}, {@code
   *     einvoice.provider-login}, or {@code einvoice.…} if the answer cannot be trusted
   */
  @Transactional(propagation = Propagation.NEVER)
  public Registration send(UUID id, Actor by) {
    Registration registration = existing(id);
    if (registration.signedInvoice() != null) {
      return registration;
    }
    EinvoiceProvider carrier = carriers.present();
    answers.sending(registration);
    try {
      answers.accept(registration, ask(carrier, registration), by);
    } catch (PortalRefusal refusal) {
      carriers.refuseLogin(refusal);
      if (!refusal.isPassing()) {
        answers.refuse(registration, refusal, by);
      }
    } catch (IOException unreachable) {
      LOG.warn("{} is not registered yet: {}", registration.number(), unreachable.toString());
    }
    return existing(id);
  }

  /** How a document stands, if it was ever written down. */
  @Transactional(readOnly = true)
  public Optional<Registration> find(UUID id) {
    return book.find(id);
  }

  /** What waits to be sent, oldest first. */
  @Transactional(readOnly = true)
  public List<UUID> pending() {
    return book.pending();
  }

  private SignedAnswer ask(EinvoiceProvider carrier, Registration registration)
      throws PortalRefusal, IOException {
    try {
      return carrier.register(book.payload(registration.document()));
    } catch (PortalRefusal refusal) {
      if (refusal.code().equals(PortalRefusal.DUPLICATE)) {
        return carrier.find(registration.irn());
      }
      throw refusal;
    }
  }

  private Registration existing(UUID id) {
    return book.find(id)
        .orElseThrow(
            () -> new RuleViolation("einvoice.unknown", "There is no such electronic invoice."));
  }
}
