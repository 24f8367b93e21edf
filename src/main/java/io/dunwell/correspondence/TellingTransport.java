package io.dunwell.correspondence;

import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.URLName;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import org.eclipse.angus.mail.smtp.SMTPTransport;

/** An SMTP conversation that can tell whether the server may already have the whole letter. */
final class TellingTransport extends SMTPTransport {

  private boolean wholeLetterGiven;

  TellingTransport(Session session, boolean ssl) {
    super(
        session,
        new URLName(ssl ? "smtps" : "smtp", null, -1, null, null, null),
        protocol(ssl),
        ssl);
  }

  private static String protocol(boolean ssl) {
    return ssl ? "smtps" : "smtp";
  }

  void handOver(MimeMessage mail, InternetAddress to) throws MessagingException {
    wholeLetterGiven = false;
    sendMessage(mail, new Address[] {to});
  }

  boolean wholeLetterGiven() {
    return wholeLetterGiven;
  }

  /** Ends the conversation; a server that is gone already needs no goodbye. */
  void hangUp() {
    try {
      close();
    } catch (MessagingException e) {
      // there is nobody left to say goodbye to
    }
  }

  @Override
  protected void finishData() throws IOException, MessagingException {
    wholeLetterGiven = true;
    super.finishData();
  }
}
