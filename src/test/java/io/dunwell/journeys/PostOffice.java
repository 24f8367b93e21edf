package io.dunwell.journeys;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Predicate;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** A real mail server that the application sends to. */
final class PostOffice implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static final GreenMail SERVER = new GreenMail(ServerSetup.SMTP.dynamicPort());
  private static final int PATIENCE_SECONDS = 60;

  @Override
  public void initialize(ConfigurableApplicationContext application) {
    SERVER.start();
    application
        .getEnvironment()
        .getPropertySources()
        .addFirst(
            new MapPropertySource(
                "post-office",
                Map.of(
                    "dunwell.correspondence.smtp.host", "localhost",
                    "dunwell.correspondence.smtp.port", SERVER.getSmtp().getPort(),
                    "dunwell.correspondence.smtp.tls", "NONE",
                    "dunwell.correspondence.smtp.from", "receivables@dunwell.example.com")));
  }

  /** The subject of the first mail that came for the address; waits for it. */
  static String subjectOfMailTo(String address) throws Exception {
    Predicate<jakarta.mail.Message> wanted = mail -> isTo(mail, address);
    for (int seen = 0; seen < PATIENCE_SECONDS; seen++) {
      for (var mail : SERVER.getReceivedMessages()) {
        if (wanted.test(mail)) {
          return mail.getSubject();
        }
      }
      SERVER.waitForIncomingEmail(1000, SERVER.getReceivedMessages().length + 1);
    }
    throw new AssertionError("No mail came for " + address);
  }

  private static boolean isTo(jakarta.mail.Message mail, String address) {
    try {
      return Arrays.stream(mail.getAllRecipients()).anyMatch(to -> to.toString().contains(address));
    } catch (jakarta.mail.MessagingException unreadable) {
      throw new IllegalStateException(unreadable);
    }
  }
}
