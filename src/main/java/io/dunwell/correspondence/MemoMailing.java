package io.dunwell.correspondence;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import org.springframework.stereotype.Component;

/** Hands memos to the mail server: claims one, sends it, notes what became of it. */
@Component
class MemoMailing {

  private final MemoOutbox outbox;
  private final MailServer server;
  private final MessageIds messageIds;
  private final CorrespondenceSettings settings;

  MemoMailing(
      MemoOutbox outbox,
      MailServer server,
      MessageIds messageIds,
      CorrespondenceSettings settings) {
    this.outbox = outbox;
    this.server = server;
    this.messageIds = messageIds;
    this.settings = settings;
  }

  /** Sends what is due until nothing is left or the server cannot be used. */
  void round() {
    outbox.interrupted(settings.lease());
    try (MailServer.Connection connection = server.connection()) {
      boolean usable = true;
      while (usable && !Thread.currentThread().isInterrupted()) {
        MemoOutbox.Claim claim = outbox.claim().orElse(null);
        if (claim == null) {
          return;
        }
        usable = note(claim, deliver(claim, connection));
      }
    }
  }

  private Delivery deliver(MemoOutbox.Claim claim, MailServer.Connection connection) {
    try {
      InternetAddress to = new InternetAddress(MailAddress.of(claim.to()).text());
      return connection.send(mail(claim, to, connection.session()), to);
    } catch (MessagingException e) {
      return Delivery.of(Delivery.Outcome.LETTER_REFUSED, String.valueOf(e.getMessage()));
    }
  }

  private MimeMessage mail(MemoOutbox.Claim claim, InternetAddress to, Session session)
      throws MessagingException {
    MimeMessage mail = new MimeMessage(session);
    mail.setFrom(new InternetAddress(messageIds.from()));
    mail.setRecipient(Message.RecipientType.TO, to);
    mail.setSubject(claim.subject(), StandardCharsets.UTF_8.name());
    mail.setHeader("Auto-Submitted", "auto-generated");
    mail.setText(claim.body(), StandardCharsets.UTF_8.name());
    mail.saveChanges();
    mail.setHeader("Message-ID", messageIds.of(new LetterId(claim.id())));
    return mail;
  }

  private boolean note(MemoOutbox.Claim claim, Delivery delivery) {
    switch (delivery.outcome()) {
      case TAKEN -> outbox.sent(claim.id());
      case ADDRESS_REFUSED, LETTER_REFUSED -> outbox.ended(claim.id(), "failed", delivery.remark());
      case UNKNOWN -> outbox.ended(claim.id(), "ambiguous", delivery.remark());
      case LATER, NO_SERVER ->
          outbox.postponed(claim.id(), Pauses.after(claim.attempts()), delivery.remark());
    }
    return delivery.outcome() != Delivery.Outcome.NO_SERVER
        && delivery.outcome() != Delivery.Outcome.UNKNOWN;
  }
}
