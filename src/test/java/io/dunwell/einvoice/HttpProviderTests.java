package io.dunwell.einvoice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.math.BigDecimal;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What goes over the line to a provider, and what is made of its answers. */
class HttpProviderTests {

  private final PortalServer server = new PortalServer();
  private final EinvoiceProvider provider = provider(server.url(), PortalServer.PASSWORD);
  private final String payload =
      new Inv01(IndianSamples.goodsWithinTheState(), BigDecimal.ONE).payload().toString();

  @AfterEach
  void close() {
    server.close();
  }

  @Test
  void aDocumentIsRegisteredFoundAndCancelledWithOneLogin() throws Exception {
    SignedAnswer answer = provider.register(payload);

    assertThat(answer.ackNumber()).isEqualTo("232210036743849");
    assertThat(provider.find(answer.irn())).isEqualTo(answer);
    assertThat(provider.cancel(answer.irn(), CancelReason.OTHERS, "No longer wanted"))
        .isEqualTo(answer.ackAt().plusHours(1));
    assertThatThrownBy(() -> provider.find(answer.irn()))
        .isInstanceOfSatisfying(
            PortalRefusal.class,
            refusal -> assertThat(refusal.code()).isEqualTo(PortalRefusal.NOT_ACTIVE));
    assertThat(server.asked)
        .containsExactly(
            "POST /eivital/v1.04/auth",
            "POST /eicore/v1.03/Invoice",
            "GET /eicore/v1.03/Invoice/irn/" + answer.irn().value(),
            "POST /eicore/v1.03/Invoice/Cancel",
            "GET /eicore/v1.03/Invoice/irn/" + answer.irn().value());
  }

  @Test
  void anExpiredTokenIsRenewedOnceAndDataMayBeText() throws Exception {
    server.textual = true;
    SignedAnswer answer = provider.register(payload);
    server.forgetTokens();

    assertThat(provider.find(answer.irn())).isEqualTo(answer);
  }

  @Test
  void withThePortalsOwnKeyEveryBodyGoesEncryptedBothWays() throws Exception {
    server.encrypts = true;
    EinvoiceProvider direct = provider(server.url(), PortalServer.PASSWORD, server.loginKey());
    SignedAnswer answer = direct.register(payload);
    assertThat(direct.find(answer.irn())).isEqualTo(answer);
    server.forgetTokens();
    assertThat(direct.cancel(answer.irn(), CancelReason.OTHERS, "No longer wanted"))
        .isEqualTo(answer.ackAt().plusHours(1));

    assertThat(server.bodies)
        .isNotEmpty()
        .allMatch(body -> body.matches("\\{\"Data\":\"[^\"]+\"}"));
    assertRefused(
        provider(server.url(), "wrong", server.loginKey()), "1008", "Invalid login credentials");
    assertThatThrownBy(() -> provider(server.url(), PortalServer.PASSWORD).register(payload))
        .as("without the key nothing is understood")
        .isInstanceOf(PortalRefusal.class);
    assertThatThrownBy(() -> provider(server.url(), PortalServer.PASSWORD, "no key"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void refusalsBearTheirCodeAndSentence() throws Exception {
    provider.register(payload);

    assertRefused(provider, "2150", "Duplicate IRN");
    assertRefused(provider(server.url(), "wrong"), "1008", "Invalid login credentials");
  }

  @Test
  void whatMakesNoSenseOrNeverComesIsNoAnswer() throws Exception {
    server.broken = 502;
    assertThatThrownBy(() -> provider.register(payload)).isInstanceOf(IOException.class);
    server.broken = 200;
    assertThatThrownBy(() -> provider.register(payload)).isInstanceOf(IOException.class);
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      EinvoiceProvider patient =
          provider(
              "http://127.0.0.1:" + silent.getLocalPort(),
              PortalServer.PASSWORD,
              "",
              Duration.ofMillis(100));
      assertThatThrownBy(() -> patient.register(payload)).isInstanceOf(IOException.class);
    }
  }

  @Test
  void secretsGoOverTlsOnly() {
    assertThatThrownBy(() -> provider("http://gsp.example.com", "secret"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("https://");
    assertThat(provider("https://gsp.example.com", "secret")).isNotNull();
  }

  private void assertRefused(EinvoiceProvider asked, String code, String text) {
    assertThatThrownBy(() -> asked.register(payload))
        .isInstanceOfSatisfying(
            PortalRefusal.class,
            refusal -> {
              assertThat(refusal.code()).isEqualTo(code);
              assertThat(refusal.text()).isEqualTo(text);
            });
  }

  private static EinvoiceProvider provider(String url, String password) {
    return provider(url, password, "");
  }

  /** Patient: how fast a busy machine answers is not what is tried. */
  private static EinvoiceProvider provider(String url, String password, String publicKey) {
    return provider(url, password, publicKey, Duration.ofSeconds(30));
  }

  private static EinvoiceProvider provider(
      String url, String password, String publicKey, Duration patience) {
    return new HttpProvider(
        new PortalLine(
            new ProviderSettings(
                url,
                "client",
                "secret",
                PortalServer.USER,
                password,
                publicKey,
                patience,
                Duration.ofMinutes(1)),
            IndianSamples.SELLER));
  }
}
