package io.dunwell.correspondence;

import io.dunwell.correspondence.CorrespondenceSettings.Smtp;
import io.dunwell.correspondence.CorrespondenceSettings.Tls;
import java.time.Duration;
import java.time.Period;
import java.util.List;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.stereotype.Component;

/** Empties the outbox of the books that a test works in. */
@Component
public class Postman {

  private final Outbox outbox;
  private final Mails mails;

  Postman(Outbox outbox, Mails mails) {
    this.outbox = outbox;
    this.mails = mails;
  }

  /** Hands everything that is due to that server. */
  public void delivers(ScriptedMailServer server) {
    Smtp smtp =
        new Smtp(
            "localhost",
            server.port(),
            null,
            null,
            "accounts@konkan.example",
            null,
            Tls.NONE,
            null,
            Duration.ofSeconds(20));
    CorrespondenceSettings settings =
        new CorrespondenceSettings(
            new Letterhead("Konkan", List.of(), null, null, null, List.of()),
            smtp,
            Period.ofYears(8),
            3,
            Period.ofDays(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5));
    MailServer known = new MailServer(settings, new DefaultSslBundleRegistry());
    new Mailing(outbox, mails, known).round("postman");
  }
}
