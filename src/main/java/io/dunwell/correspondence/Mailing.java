package io.dunwell.correspondence;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Empties the outbox: claims a letter, hands it over, notes what became of it, takes the next. */
@Component
class Mailing {

  private static final Logger LOG = LoggerFactory.getLogger(Mailing.class);

  private final Outbox outbox;
  private final Mails mails;
  private final MailServer server;

  Mailing(Outbox outbox, Mails mails, MailServer server) {
    this.outbox = outbox;
    this.mails = mails;
    this.server = server;
  }

  /**
   * Sends what is due until nothing is left or the server cannot be used.
   *
   * @param node who sends
   * @return whether the server could be used
   */
  boolean round(String node) {
    try (MailServer.Connection connection = server.connection()) {
      while (!Thread.currentThread().isInterrupted()) {
        Outbox.Claim claim = outbox.claim(node).orElse(null);
        if (claim == null) {
          return true;
        }
        if (!note(claim, deliver(claim, connection))) {
          return false;
        }
      }
    }
    return true;
  }

  private Delivery deliver(Outbox.Claim claim, MailServer.Connection connection) {
    String problem = MailAddress.problem(claim.to());
    if (problem != null) {
      return Delivery.of(Delivery.Outcome.ADDRESS_REFUSED, problem);
    }
    try {
      MimeMessage mail = mails.compose(claim.letter(), claim.messageId(), connection.session());
      return connection.send(mail, addressee(claim));
    } catch (MessagingException | RuntimeException e) {
      LOG.error("Letter {} cannot be made into a mail", claim.letter(), e);
      return Delivery.of(Delivery.Outcome.LATER, "The mail could not be made: " + e.getMessage());
    }
  }

  private static InternetAddress addressee(Outbox.Claim claim) throws AddressException {
    return new InternetAddress(MailAddress.of(String.valueOf(claim.to())).text());
  }

  private boolean note(Outbox.Claim claim, Delivery delivery) {
    LetterId letter = claim.letter();
    String remark = delivery.remark();
    switch (delivery.outcome()) {
      case TAKEN -> outbox.sent(letter, remark);
      case ADDRESS_REFUSED -> outbox.failed(letter, remark, true);
      case LETTER_REFUSED -> outbox.failed(letter, remark, false);
      case UNKNOWN -> outbox.lost(letter, "The mail server did not answer: " + remark);
      case LATER, NO_SERVER -> again(claim, remark);
      default -> throw new IllegalStateException(delivery.toString());
    }
    return delivery.outcome() != Delivery.Outcome.NO_SERVER
        && delivery.outcome() != Delivery.Outcome.UNKNOWN;
  }

  private void again(Outbox.Claim claim, String remark) {
    if (Pauses.exhausted(claim.attempt())) {
      outbox.failed(claim.letter(), "Given up after many attempts: " + remark, false);
    } else {
      outbox.postponed(claim.letter(), Pauses.after(claim.attempt()), remark);
    }
  }
}
