package io.dunwell.correspondence;

import io.dunwell.correspondence.CorrespondenceSettings.Smtp;
import io.dunwell.correspondence.CorrespondenceSettings.Tls;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.ssl.SslBundles;
import org.springframework.stereotype.Component;

/** The mail server, as the settings name it. One connection serves a round of letters. */
@Component
class MailServer {

  private final Smtp smtp;
  private final SslBundles bundles;

  MailServer(CorrespondenceSettings settings, SslBundles bundles) {
    this.smtp = settings.smtp();
    this.bundles = bundles;
  }

  boolean configured() {
    return smtp.configured();
  }

  /** A connection that is opened by the first letter and closed after the last. */
  Connection connection() {
    return new Connection(Session.getInstance(properties()));
  }

  private Properties properties() {
    Properties properties = new Properties();
    String timeout = Long.toString(smtp.timeout().toMillis());
    for (String protocol : new String[] {"mail.smtp.", "mail.smtps."}) {
      properties.put(protocol + "connectiontimeout", timeout);
      properties.put(protocol + "timeout", timeout);
      properties.put(protocol + "writetimeout", timeout);
      properties.put(protocol + "ssl.checkserveridentity", "true");
      properties.put(protocol + "ssl.protocols", "TLSv1.3 TLSv1.2");
      properties.put(protocol + "auth", Boolean.toString(smtp.username() != null));
      properties.put(protocol + "quitwait", "false");
      trust(properties, protocol);
    }
    boolean startTls = smtp.tls() == Tls.STARTTLS;
    properties.put("mail.smtp.starttls.enable", Boolean.toString(startTls));
    properties.put("mail.smtp.starttls.required", Boolean.toString(startTls));
    properties.put("mail.mime.charset", "UTF-8");
    return properties;
  }

  private void trust(Properties properties, String protocol) {
    String bundle = smtp.sslBundle();
    if (bundle != null && !bundle.isBlank()) {
      properties.put(
          protocol + "ssl.socketFactory",
          bundles.getBundle(bundle).createSslContext().getSocketFactory());
    }
  }

  /** One conversation with the mail server. */
  final class Connection implements AutoCloseable {

    private final Session session;
    private @Nullable TellingTransport transport;

    Connection(Session session) {
      this.session = session;
    }

    Session session() {
      return session;
    }

    Delivery send(MimeMessage mail, InternetAddress to) {
      TellingTransport open;
      try {
        open = open();
      } catch (MessagingException e) {
        return Delivery.of(Delivery.Outcome.NO_SERVER, said(e));
      }
      try {
        open.handOver(mail, to);
        return Delivery.of(Delivery.Outcome.TAKEN, open.getLastServerResponse());
      } catch (MessagingException e) {
        return judge(e, open);
      }
    }

    private TellingTransport open() throws MessagingException {
      TellingTransport known = transport;
      if (known != null && known.isConnected()) {
        return known;
      }
      TellingTransport opened = new TellingTransport(session, smtp.tls() == Tls.SSL);
      opened.connect(smtp.host(), smtp.port(), smtp.username(), smtp.password());
      transport = opened;
      return opened;
    }

    private Delivery judge(MessagingException e, TellingTransport open) {
      int code = code(e);
      if (code < 400) {
        close();
        return Delivery.of(
            open.wholeLetterGiven() ? Delivery.Outcome.UNKNOWN : Delivery.Outcome.NO_SERVER,
            said(e));
      }
      if (senderRefused(e)) {
        return Delivery.of(Delivery.Outcome.NO_SERVER, said(e));
      }
      if (code < 500) {
        return Delivery.of(Delivery.Outcome.LATER, said(e));
      }
      boolean address = addressFailure(e) != null;
      return Delivery.of(
          address ? Delivery.Outcome.ADDRESS_REFUSED : Delivery.Outcome.LETTER_REFUSED, said(e));
    }

    @Override
    public void close() {
      TellingTransport open = transport;
      transport = null;
      if (open != null) {
        open.hangUp();
      }
    }
  }

  private static @Nullable SMTPAddressFailedException addressFailure(MessagingException e) {
    for (Exception cause = e;
        cause instanceof MessagingException;
        cause = ((MessagingException) cause).getNextException()) {
      if (cause instanceof SMTPAddressFailedException address) {
        return address;
      }
    }
    return null;
  }

  /** A sender that the server does not want is our settings' fault and no letter's. */
  private static boolean senderRefused(MessagingException e) {
    return e instanceof SMTPSenderFailedException
        || (e instanceof SMTPSendFailedException failed && failed.getCommand().startsWith("MAIL"));
  }

  private static int code(MessagingException e) {
    SMTPAddressFailedException address = addressFailure(e);
    if (address != null) {
      return address.getReturnCode();
    }
    if (e instanceof SMTPSenderFailedException sender) {
      return sender.getReturnCode();
    }
    return e instanceof SMTPSendFailedException failed ? failed.getReturnCode() : 0;
  }

  private static String said(MessagingException e) {
    SMTPAddressFailedException address = addressFailure(e);
    if (address != null) {
      return String.valueOf(address.getMessage());
    }
    if (e instanceof AuthenticationFailedException) {
      return "The mail server refused the login: " + e.getMessage();
    }
    Exception next = e instanceof SendFailedException ? null : e.getNextException();
    return e.getMessage() + (next == null ? "" : " (" + next.getMessage() + ")");
  }
}
