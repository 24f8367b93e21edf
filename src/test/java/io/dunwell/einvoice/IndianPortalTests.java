package io.dunwell.einvoice;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.google.zxing.BinaryBitmap;
import com.google.zxing.DecodeHintType;
import com.google.zxing.LuminanceSource;
import com.google.zxing.RGBLuminanceSource;
import com.google.zxing.common.HybridBinarizer;
import com.google.zxing.qrcode.QRCodeReader;
import io.dunwell.DunwellTest;
import io.dunwell.SharedData;
import io.dunwell.einvoice.Registration.State;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.RuleViolation;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.jdbc.core.simple.JdbcClient;

@DunwellTest
class IndianPortalTests {

  private static final Actor BILLING = new Actor("bina");

  @Autowired private RegistrationBook book;
  @Autowired private JdbcClient jdbc;

  private final PortalSimulator simulator = new PortalSimulator();
  private final List<Object> events = new ArrayList<>();
  private final UUID id = UUID.randomUUID();

  @Test
  void aDocumentIsRegisteredItsAnswerVerifiedAndStored() throws Exception {
    IndianPortal portal = portal(simulator.pem(), simulator);
    portal.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);
    assertThat(portal.pending()).containsExactly(id);

    Registration registered = portal.send(id, BILLING);

    assertThat(registered.state()).isEqualTo(State.REGISTERED);
    assertThat(registered.ackNumber()).isEqualTo("232210036743849");
    assertThat(registered.irn().value()).matches("[0-9a-f]{64}");
    assertThat(portal.pending()).isEmpty();
    assertThat(text(requireNonNull(registered.qrCode(300)))).isEqualTo(registered.signedQrCode());
    assertThat(events)
        .singleElement()
        .isInstanceOfSatisfying(
            Auditable.class, act -> assertThat(act.act()).isEqualTo("einvoice.registered"));
  }

  @Test
  void sendingAgainChangesNothing() {
    IndianPortal portal = portal(simulator.pem(), simulator);
    portal.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);
    Registration first = portal.send(id, BILLING);

    assertThat(portal.send(id, BILLING)).isEqualTo(first);
    portal.prepare(id, IndianSamples.servicesAcrossStates(), BigDecimal.ONE);
    assertThat(portal.find(id)).contains(first);
    assertThat(simulator.registered()).isEqualTo(1);
    assertThatThrownBy(() -> jdbc.sql("update einvoice.registration set ack_number = '1'").update())
        .hasMessageContaining("never changed");
  }

  @Test
  void anAnswerThatGotLostIsFetchedTheNextTime() {
    simulator.silences = 1;
    IndianPortal portal = portal(simulator.pem(), simulator);
    portal.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);

    assertThat(portal.send(id, BILLING).state()).isEqualTo(State.PENDING);
    assertThat(portal.send(id, BILLING).state()).isEqualTo(State.REGISTERED);
    assertThat(simulator.registered()).isEqualTo(1);
  }

  @Test
  void aRefusalIsKeptAndAMendedDocumentSentAnew() {
    IndianPortal strict =
        portal(
            simulator.pem(),
            new EinvoiceProvider() {
              @Override
              public SignedAnswer register(String payload) throws PortalRefusal {
                throw new PortalRefusal("3028", "GSTIN is not active");
              }

              @Override
              public SignedAnswer find(Irn irn) throws PortalRefusal {
                throw new PortalRefusal("2148", "IRN not found");
              }

              @Override
              public LocalDateTime cancel(Irn irn, CancelReason reason, String remark)
                  throws PortalRefusal {
                throw new PortalRefusal("2148", "IRN not found");
              }
            });
    strict.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);

    Registration refused = strict.send(id, BILLING);
    assertThat(refused.state()).isEqualTo(State.REFUSED);
    assertThat(refused.refusal()).isEqualTo("3028: GSTIN is not active");

    IndianPortal portal = portal(simulator.pem(), simulator);
    portal.prepare(id, IndianSamples.servicesAcrossStates(), BigDecimal.ONE);
    assertThat(portal.send(id, BILLING).state()).isEqualTo(State.REGISTERED);
  }

  @Test
  void anAnswerThatSomeoneElseSignedIsNotBelieved() {
    IndianPortal portal = portal(new PortalSimulator().pem(), simulator);
    portal.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);

    assertRefused(portal, "einvoice.signature");
    assertThat(portal.find(id).orElseThrow().state()).isEqualTo(State.PENDING);
  }

  @Test
  void anAnswerAboutAnotherDocumentIsNotBelieved() {
    IndianPortal portal =
        portal(
            simulator.pem(),
            new EinvoiceProvider() {
              @Override
              public SignedAnswer register(String payload) throws PortalRefusal {
                try {
                  return simulator.register(payload.replace("INV/26-27/00042", "INV/26-27/00043"));
                } catch (IOException e) {
                  throw new IllegalStateException(e);
                }
              }

              @Override
              public SignedAnswer find(Irn irn) throws PortalRefusal {
                return simulator.find(irn);
              }

              @Override
              public LocalDateTime cancel(Irn irn, CancelReason reason, String remark)
                  throws PortalRefusal, IOException {
                return simulator.cancel(irn, reason, remark);
              }
            });
    portal.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);

    assertRefused(portal, "einvoice.answer-of-another");
  }

  @Test
  void withoutAProviderOrAKeyPeopleAreToldWhatIsMissing() {
    IndianPortal alone = portal(simulator.pem(), null);
    alone.prepare(id, IndianSamples.goodsWithinTheState(), BigDecimal.ONE);
    assertRefused(alone, "einvoice.no-provider");

    IndianPortal keyless = portal(null, simulator);
    assertRefused(keyless, "einvoice.no-portal-key");
  }

  @Test
  void realAnswersOfThePortalAreReadAndNotBelievedWithoutItsKey() throws Exception {
    SignedAnswer answer =
        SignedAnswer.of(
            new ObjectMapper()
                .readTree(
                    SharedData.file("einvoice/india-gst/resilient__e_invoice_service_item.json")
                        .toFile())
                .path("response_data")
                .path("result"));

    assertThat(answer.ackNumber()).isEqualTo("232210036754863");
    PortalSignature stranger = new PortalSignature(settings(simulator.pem()));
    assertThatThrownBy(() -> stranger.verified(answer.signedInvoice()))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("einvoice.signature"));
  }

  @Test
  void nothingButRs256IsAccepted() {
    PortalSignature signature = new PortalSignature(settings(simulator.pem()));
    var data = new ObjectMapper().createObjectNode().put("Irn", "1");

    assertThat(signature.verified(simulator.sign(data)).path("Irn").asText()).isEqualTo("1");
    for (String algorithm : List.of("none", "HS256", "rs256")) {
      assertMalformed(signature, simulator.sign(data, algorithm));
    }
    assertMalformed(signature, "a.b");
    assertMalformed(signature, "*.*.*");
  }

  private static void assertMalformed(PortalSignature signature, String jws) {
    assertThatThrownBy(() -> signature.verified(jws))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("einvoice.answer-malformed"));
  }

  private void assertRefused(IndianPortal portal, String code) {
    assertThatThrownBy(() -> portal.send(id, BILLING))
        .isInstanceOfSatisfying(RuleViolation.class, e -> assertThat(e.code()).isEqualTo(code));
  }

  private IndianPortal portal(@Nullable String pem, @Nullable EinvoiceProvider provider) {
    EinvoiceSettings settings = pem == null ? settings() : settings(pem);
    StaticListableBeanFactory beans = new StaticListableBeanFactory();
    if (provider != null) {
      beans.addBean("provider", provider);
    }
    return new IndianPortal(
        new Inv01Rules(),
        book,
        new AnswerDesk(new PortalSignature(settings), book, events::add),
        new Carriers(beans.getBeanProvider(EinvoiceProvider.class)));
  }

  private static EinvoiceSettings settings(String... keys) {
    return EinvoicesTests.settings(EinvoicesTests.SELLER, keys);
  }

  private static String text(byte[] png) throws Exception {
    return text(ImageIO.read(new ByteArrayInputStream(png)));
  }

  static String text(BufferedImage image) throws Exception {
    int[] pixels =
        image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth());
    LuminanceSource source = new RGBLuminanceSource(image.getWidth(), image.getHeight(), pixels);
    return new QRCodeReader()
        .decode(
            new BinaryBitmap(new HybridBinarizer(source)),
            Map.of(DecodeHintType.PURE_BARCODE, true))
        .getText();
  }
}
