package io.dunwell.correspondence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.dunwell.DunwellTest;
import io.dunwell.correspondence.CorrespondenceSettings.Smtp;
import io.dunwell.correspondence.CorrespondenceSettings.Tls;
import io.dunwell.party.CustomerId;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Books;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.BusinessTime;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.Period;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.ssl.DefaultSslBundleRegistry;
import org.springframework.boot.ssl.SslBundle;
import org.springframework.boot.ssl.SslStoreBundle;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class MailingTests {

  @Autowired private Letters letters;
  @Autowired private Outbox outbox;
  @Autowired private Mails mails;
  @Autowired private Clock clock;
  @Autowired private JdbcTemplate jdbc;
  @Autowired private BusinessTime time;

  @Test
  void aLetterArrivesOverSmtpWithItsPdf() throws Exception {
    LetterId id = letters.write(letter("accounts@sharma.example"));
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
    try {
      assertThat(mailing(server.getSmtp().getPort(), Tls.NONE).round("n")).isTrue();
      MimeMessage mail = server.getReceivedMessages()[0];
      assertThat(mail.getMessageID()).isEqualTo(letters.view(id).messageId()).contains(id + "@");
      assertThat(mail.getSubject()).startsWith("Payment reminder from");
      MimeMultipart parts = (MimeMultipart) mail.getContent();
      assertThat(parts.getBodyPart(1).getFileName()).endsWith(".pdf");
      assertThat(parts.getBodyPart(1).getInputStream().readAllBytes()).isEqualTo(letters.pdf(id));
      MimeMultipart body = (MimeMultipart) parts.getBodyPart(0).getContent();
      assertThat(body.getBodyPart(1).getInputStream().readAllBytes())
          .asString(java.nio.charset.StandardCharsets.UTF_8)
          .isEqualToNormalizingNewlines(
              new String(letters.html(id), java.nio.charset.StandardCharsets.UTF_8));
      assertThat(letters.view(id).state()).isEqualTo(DispatchState.SENT);
      assertThat(letters.steps(id)).hasSize(2);
    } finally {
      server.stop();
    }
  }

  @Test
  void tlsIsInsistedOnAndTheServerHasToProveWhoItIs(@TempDir Path dir) throws Exception {
    Path store = dir.resolve("server.p12");
    keytool(store);
    System.setProperty("greenmail.tls.keystore.file", store.toString());
    System.setProperty("greenmail.tls.keystore.password", "changeit");
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTPS);
    try {
      LetterId id = letters.write(letter("accounts@sharma.example"));
      int port = server.getSmtps().getPort();
      assertThat(mailing(port, Tls.SSL).round("n")).isFalse();
      assertThat(letters.view(id).state()).isEqualTo(DispatchState.RESERVED);
      letters.resolve(id, Resolution.RESEND, null, new Actor("manager"));
      assertThat(new Mailing(outbox, mails, trusting(store, port, Tls.SSL)).round("n")).isTrue();
      assertThat(server.getReceivedMessages()).hasSize(1);
    } finally {
      server.stop();
      System.clearProperty("greenmail.tls.keystore.file");
      System.clearProperty("greenmail.tls.keystore.password");
    }
  }

  @Test
  void nothingIsSentInTheClearWhereStartTlsIsAskedFor() throws Exception {
    LetterId id = letters.write(letter("accounts@sharma.example"));
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      assertThat(mailing(server.port(), Tls.STARTTLS).round("n")).isFalse();
      assertThat(server.commands).doesNotContain("MAIL");
      assertThat(letters.view(id).lastError()).contains("STARTTLS");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "RCPT, 451 try later, RESERVED",
    "RCPT, 550 no such user, FAILED",
    "DATA, 452 no space, RESERVED",
    "., 554 no thanks, FAILED",
    "., 421 closing, RESERVED",
    "., '', AMBIGUOUS",
    "MAIL, 550 not you, RESERVED",
    "RCPT, '', RESERVED",
    "CONNECT, 421 busy, RESERVED",
  })
  void theServersAnswerDecides(String verb, String answer, DispatchState state) throws Exception {
    LetterId id = letters.write(letter("accounts@sharma.example"));
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of(verb, answer))) {
      mailing(server.port(), Tls.NONE).round("n");
      LetterView view = letters.view(id);
      assertThat(view.state()).as(String.valueOf(view.lastError())).isEqualTo(state);
      assertThat(view.attempts()).isEqualTo(1);
      assertThat(view.lastError()).isNotNull();
      mailing(server.port(), Tls.NONE).round("n");
      assertThat(letters.view(id).attempts()).as("it pauses").isEqualTo(1);
    }
  }

  @Test
  void pausesGrowAndEnd() throws Exception {
    LetterId id = letters.write(letter("accounts@sharma.example"));
    int nobody;
    try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      nobody = free.getLocalPort();
    }
    Duration before = Duration.ZERO;
    for (int attempt = 1; letters.view(id).state() == DispatchState.RESERVED; attempt++) {
      assertThat(mailing(nobody, Tls.NONE).round("n")).isFalse();
      assertThat(letters.view(id).attempts()).isEqualTo(attempt);
      Duration pause =
          Duration.ofSeconds(
              jdbc.queryForObject(
                  "select extract(epoch from next_attempt_at - clock_timestamp())::int"
                      + " from correspondence.dispatch",
                  Integer.class));
      if (letters.view(id).state() == DispatchState.RESERVED) {
        assertThat(pause.plusSeconds(60)).isGreaterThan(before);
      }
      before = pause;
      jdbc.update("update correspondence.dispatch set next_attempt_at = clock_timestamp()");
    }
    assertThat(letters.view(id).state()).isEqualTo(DispatchState.FAILED);
  }

  @Test
  void pausesPassByTheWallClockHoweverFarTheBusinessDateIsMoved() throws Exception {
    time.replayDay(LocalDate.now(clock).plusDays(800));
    LetterId id = letters.write(letter("accounts@sharma.example"));
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of("RCPT", "451 try later"))) {
      mailing(server.port(), Tls.NONE).round("n");
    }
    java.time.Instant now = java.time.Instant.now();
    assertThat(letters.view(id).state()).isEqualTo(DispatchState.RESERVED);
    assertThat(letters.view(id).nextAttemptAt()).isBetween(now, now.plus(Duration.ofMinutes(5)));
    jdbc.update("update correspondence.dispatch set next_attempt_at = clock_timestamp()");
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      mailing(server.port(), Tls.NONE).round("n");
    }

    assertThat(letters.view(id).state()).isEqualTo(DispatchState.SENT);
    assertThat(letters.view(id).sentAt()).isBefore(now.plus(Duration.ofHours(1)));
  }

  @Test
  void aMissingOrWrongAddressFailsWithoutAnAttemptOnTheServer() throws Exception {
    LetterId missing = letters.write(letter(null));
    LetterId wrong = letters.write(letter("a@b.example, c@d.example"));
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      assertThat(mailing(server.port(), Tls.NONE).round("n")).isTrue();
      assertThat(server.commands).isEmpty();
    }
    assertThat(letters.view(missing).state()).isEqualTo(DispatchState.FAILED);
    assertThat(letters.view(wrong).lastError()).contains("more than one address");
    letters.resolve(missing, Resolution.RESEND, "new@sharma.example", new Actor("collector"));
    assertThat(letters.view(missing).toAddress()).isEqualTo("new@sharma.example");
    assertThatThrownBy(
            () ->
                letters.resolve(
                    wrong, Resolution.RESEND, "x@y.example\r\nBcc: z@z.example", Actor.SYSTEM))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void whatWasBeingSentWhenANodeDiedIsForAPersonToDecide() throws Exception {
    LetterId one = letters.write(letter("one@sharma.example"));
    LetterId two = letters.write(letter("two@sharma.example"));
    assertThat(outbox.claim("dead:8080")).isPresent();
    assertThat(outbox.claim("dead:8080")).isPresent();
    assertThat(outbox.interrupted("other:8080")).isZero();
    assertThat(outbox.interrupted("dead:8080")).isEqualTo(2);
    String messageId = letters.view(one).messageId();
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      mailing(server.port(), Tls.NONE).round("n");
      assertThat(server.mails()).as("never blindly again").isZero();
      letters.resolve(one, Resolution.RESEND, null, new Actor("collector"));
      letters.resolve(two, Resolution.SENT, null, new Actor("collector"));
      mailing(server.port(), Tls.NONE).round("n");
      assertThat(server.mails()).isEqualTo(1);
    }
    assertThat(letters.view(one).messageId()).isEqualTo(messageId);
    assertThat(letters.counts()).containsExactly(Map.entry(DispatchState.SENT, 2L));
    assertThatThrownBy(() -> letters.resolve(two, Resolution.SENT, null, Actor.SYSTEM))
        .isInstanceOf(RuleViolation.class);
  }

  @Test
  void twoNodesNeverSendALetterTwice() throws Exception {
    for (int i = 0; i < 40; i++) {
      letters.write(letter("accounts" + i + "@sharma.example"));
    }
    GreenMail server = greenMail(ServerSetup.PROTOCOL_SMTP);
    ExecutorService nodes = Executors.newFixedThreadPool(2);
    try {
      Books books = Books.current();
      int port = server.getSmtp().getPort();
      List<Future<Boolean>> rounds =
          List.of(
              nodes.submit(() -> books.within(() -> mailing(port, Tls.NONE).round("a"))),
              nodes.submit(() -> books.within(() -> mailing(port, Tls.NONE).round("b"))));
      for (Future<Boolean> round : rounds) {
        assertThat(round.get()).isTrue();
      }
      assertThat(Arrays.stream(server.getReceivedMessages()).map(MailingTests::idOf))
          .hasSize(40)
          .doesNotHaveDuplicates();
    } finally {
      nodes.shutdownNow();
      server.stop();
    }
  }

  @Test
  void aCustomerGetsNoMoreThanTheDailyCapAndOldLettersWaitForAPerson() throws Exception {
    CustomerId customer = new CustomerId(Ids.next());
    LocalDate today = LocalDate.now(clock);
    for (String currency : List.of("INR", "EUR", "USD", "GBP")) {
      letters.write(letter(customer, currency, today, "accounts@sharma.example"));
    }
    LetterId old = letters.write(letter(customer, "INR", today.minusDays(30), "a@sharma.example"));
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      mailing(server.port(), Tls.NONE).round("n");
      assertThat(server.mails()).isEqualTo(3);
    }
    assertThat(letters.counts()).containsEntry(DispatchState.RESERVED, 2L);
    assertThat(letters.view(old).attempts()).isZero();
  }

  @Test
  void whatAPersonReleasesLeavesBeyondTheDailyCap() throws Exception {
    List<LetterId> all = lettersToOne(5);
    try (ScriptedMailServer server = new ScriptedMailServer(Map.of())) {
      mailing(server.port(), Tls.NONE).round("n");
      assertThat(server.mails()).isEqualTo(3);
      LetterId waiting =
          all.stream()
              .filter(id -> letters.view(id).state() == DispatchState.RESERVED)
              .findFirst()
              .orElseThrow();
      letters.resolve(waiting, Resolution.RESEND, null, new Actor("collector"));
      mailing(server.port(), Tls.NONE).round("n");
      assertThat(letters.view(waiting).state()).isEqualTo(DispatchState.SENT);
    }
    assertThat(letters.counts()).containsEntry(DispatchState.RESERVED, 1L);
  }

  @Test
  void twoNodesAtOnceKeepTheDailyCap() throws Exception {
    Books books = Books.current();
    ExecutorService nodes = Executors.newFixedThreadPool(4);
    try {
      for (int round = 0; round < 5; round++) {
        lettersToOne(6);
        java.util.concurrent.CyclicBarrier together = new java.util.concurrent.CyclicBarrier(4);
        List<Future<Integer>> claims = new java.util.ArrayList<>();
        for (int node = 0; node < 4; node++) {
          String name = "node" + node;
          claims.add(
              nodes.submit(
                  () -> {
                    together.await();
                    return books.within(() -> claimAll(name));
                  }));
        }
        int claimed = 0;
        for (Future<Integer> each : claims) {
          claimed += each.get();
        }
        assertThat(claimed).isEqualTo(3);
      }
    } finally {
      nodes.shutdownNow();
    }
  }

  private int claimAll(String node) {
    int claimed = 0;
    while (outbox.claim(node).isPresent()) {
      claimed++;
    }
    return claimed;
  }

  private List<LetterId> lettersToOne(int count) {
    CustomerId customer = new CustomerId(Ids.next());
    return List.of("INR", "EUR", "USD", "GBP", "CHF", "AED").subList(0, count).stream()
        .map(
            currency ->
                letters.write(
                    letter(customer, currency, LocalDate.now(clock), "accounts@sharma.example")))
        .toList();
  }

  @Test
  void startTlsIsUsedWhereTheServerIsTheOneItSays(@TempDir Path dir) throws Exception {
    Path store = dir.resolve("server.p12");
    keytool(store);
    LetterId id = letters.write(letter("accounts@sharma.example"));
    try (ScriptedMailServer server =
        ScriptedMailServer.withStartTls(keysOf(store), "changeit".toCharArray())) {
      MailServer stranger =
          server(server.port(), Tls.STARTTLS, null, new DefaultSslBundleRegistry());
      assertThat(new Mailing(outbox, mails, stranger).round("n")).isFalse();
      assertThat(server.mails()).isZero();
      letters.resolve(id, Resolution.RESEND, null, new Actor("manager"));

      MailServer known = trusting(store, server.port(), Tls.STARTTLS);
      assertThat(new Mailing(outbox, mails, known).round("n")).isTrue();

      assertThat(server.mails()).isEqualTo(1);
      assertThat(server.inTheClear).containsOnly("EHLO", "STARTTLS");
      assertThat(letters.view(id).state()).isEqualTo(DispatchState.SENT);
    }
  }

  private static java.security.KeyStore keysOf(Path store) throws Exception {
    return java.security.KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
  }

  private Mailing mailing(int port, Tls tls) {
    return new Mailing(outbox, mails, server(port, tls, null, new DefaultSslBundleRegistry()));
  }

  private static MailServer trusting(Path store, int port, Tls tls) throws Exception {
    java.security.KeyStore trusted =
        java.security.KeyStore.getInstance(store.toFile(), "changeit".toCharArray());
    DefaultSslBundleRegistry bundles = new DefaultSslBundleRegistry();
    java.security.KeyStore anchors = java.security.KeyStore.getInstance("PKCS12");
    anchors.load(null, null);
    anchors.setCertificateEntry("ca", trusted.getCertificate("mail"));
    bundles.registerBundle("mail", SslBundle.of(SslStoreBundle.of(null, null, anchors)));
    return server(port, tls, "mail", bundles);
  }

  private static MailServer server(
      int port, Tls tls, @Nullable String bundle, DefaultSslBundleRegistry bundles) {
    Smtp smtp =
        new Smtp(
            "localhost",
            port,
            null,
            null,
            "accounts@konkan.example",
            null,
            tls,
            bundle,
            Duration.ofSeconds(20));
    return new MailServer(
        new CorrespondenceSettings(
            new Letterhead("Konkan", List.of(), null, null, null, List.of()),
            smtp,
            Period.ofYears(8),
            3,
            Period.ofDays(10),
            Duration.ofMinutes(10),
            Duration.ofSeconds(5)),
        bundles);
  }

  private NewLetter letter(@Nullable String to) {
    return letter(new CustomerId(Ids.next()), "INR", LocalDate.now(clock), to);
  }

  private static NewLetter letter(
      CustomerId customer, String currency, LocalDate dated, @Nullable String to) {
    LetterFacts facts = Samples.facts(currency, LetterTemplate.REMINDER);
    return new NewLetter(
        customer,
        facts.currency(),
        dated,
        "reminder",
        Locale.forLanguageTag("en-IN"),
        to,
        facts,
        Actor.SYSTEM);
  }

  private static GreenMail greenMail(String protocol) {
    ServerSetup setup = new ServerSetup(0, "localhost", protocol);
    setup.setServerStartupTimeout(20_000);
    GreenMail server = new GreenMail(setup);
    server.start();
    return server;
  }

  private static String idOf(MimeMessage mail) {
    try {
      return mail.getMessageID();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void keytool(Path store) throws IOException, InterruptedException {
    Process keytool =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "mail",
                "-keyalg",
                "RSA",
                "-storetype",
                "PKCS12",
                "-storepass",
                "changeit",
                "-dname",
                "CN=localhost",
                "-ext",
                "san=dns:localhost",
                "-keystore",
                store.toString())
            .redirectErrorStream(true)
            .start();
    keytool.getInputStream().readAllBytes();
    assertThat(keytool.waitFor()).isZero();
  }
}
