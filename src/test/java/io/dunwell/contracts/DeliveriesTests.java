package io.dunwell.contracts;

import static io.dunwell.Supply.SALES;
import static io.dunwell.Supply.price;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.DunwellTest;
import io.dunwell.Supply;
import io.dunwell.Trade;
import io.dunwell.documents.Documents;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class DeliveriesTests {

  private static final LocalDate DAY = Trade.DAY;

  @Autowired Deliveries deliveries;
  @Autowired Documents documents;
  @Autowired Trade trade;
  @Autowired Supply supply;
  @Autowired JdbcTemplate jdbc;
  @Autowired Clock clock;

  private ContractId contract;

  @BeforeEach
  void agree() {
    contract = supply.contract(trade.customer("C-1"), "F-1", price("BOLT", "10"));
  }

  @Test
  void keepsWhatWasDelivered() {
    NewDelivery wanted =
        new NewDelivery(
            contract,
            "DN-1",
            DAY,
            DeliveryKind.DELIVERY,
            List.of(line("BOLT", "4.500"), line("UNHEARD-OF", "1")));

    DeliveryView view = deliveries.view(deliveries.confirm(wanted, SALES));

    assertThat(view.number()).isEqualTo("DN-1");
    assertThat(view.contractNumber()).isEqualTo("F-1");
    assertThat(view.recordedBy()).isEqualTo("sales");
    assertThat(view.lines())
        .extracting(DeliveryLineView::item, DeliveryLineView::quantity, DeliveryLineView::left)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(
                "BOLT", new BigDecimal("4.5"), new BigDecimal("4.5")),
            org.assertj.core.groups.Tuple.tuple("UNHEARD-OF", BigDecimal.ONE, BigDecimal.ONE));
    assertThat(deliveries.byNumber("DN-1")).contains(view);
  }

  @Test
  void confirmsManyAtOnce() {
    List<NewDelivery> many = new ArrayList<>();
    for (int i = 0; i < 500; i++) {
      many.add(
          new NewDelivery(
              contract, "DN-" + i, DAY, DeliveryKind.DELIVERY, List.of(line("BOLT", "1"))));
    }

    List<DeliveryId> ids = deliveries.confirmAll(many, SALES);

    assertThat(ids).hasSize(500).doesNotHaveDuplicates();
    assertThat(deliveries.view(ids.get(7)).number()).isEqualTo("DN-7");
    assertThat(deliveries.find(DeliveryQuery.of(contract), 0, 10).total()).isEqualTo(500);
  }

  @Test
  @DisplayName("U5 what came back in full is not kept")
  void u5_whatCameBackInFullIsNotKept() {
    DeliveryId delivery = supply.delivered(contract, "DN-1", DAY, "BOLT", "1");
    supply.returned(delivery, "1", DAY.plusDays(2));

    assertThat(kept(DAY.plusDays(1))).containsExactly(Map.entry("DN-1", BigDecimal.ONE));
    assertThat(kept(DAY.plusDays(2))).containsExactly(Map.entry("DN-1", BigDecimal.ZERO));
  }

  @Test
  @DisplayName("U7 after a return of a return only the last delivery is kept")
  void u7_afterAReturnOfAReturnOnlyTheLastDeliveryIsKept() {
    DeliveryId delivery = supply.delivered(contract, "DN-1", DAY, "BOLT", "1");
    DeliveryId back = supply.returned(delivery, "1", DAY.plusDays(1));
    DeliveryId again = supply.returned(back, "1", DAY.plusDays(2));

    assertThat(deliveries.view(back).kind()).isEqualTo(DeliveryKind.RETURN);
    assertThat(deliveries.view(again).kind()).isEqualTo(DeliveryKind.REDELIVERY);
    assertThat(deliveries.view(back).number()).isEqualTo("DN-1/R1");
    assertThat(deliveries.view(again).number()).isEqualTo("DN-1/R1/D1");
    assertThat(kept(DAY.plusDays(2)))
        .containsExactly(
            Map.entry("DN-1", BigDecimal.ZERO), Map.entry("DN-1/R1/D1", BigDecimal.ONE));
    assertThat(deliveries.returnsOf(delivery))
        .extracting(DeliveryView::id)
        .containsExactly(back, again);
  }

  @Test
  void refusesWhatCannotBe() {
    DeliveryId delivery = supply.delivered(contract, "DN-1", DAY, "BOLT", "2");
    LocalDate today = LocalDate.now(clock);

    refused("delivery.number-taken", () -> supply.delivered(contract, "DN-1", DAY, "BOLT", "1"));
    refused(
        "delivery.in-future",
        () -> supply.delivered(contract, "DN-2", today.plusDays(1), "BOLT", "1"));
    refused(
        "contract.unknown",
        () -> supply.delivered(new ContractId(Ids.next()), "DN-2", DAY, "BOLT", "1"));
    refused("quantity.not-positive", () -> line("BOLT", "0"));
    refused("quantity.too-precise", () -> line("BOLT", "0.0000001"));
    refused("return.more-than-delivered", () -> supply.returned(delivery, "2.000001", DAY));
    refused("return.before-delivery", () -> supply.returned(delivery, "1", DAY.minusDays(1)));
    refused(
        "delivery-line.unknown",
        () ->
            deliveries.takeBack(
                new NewReturn(new DeliveryLineId(Ids.next()), BigDecimal.ONE, DAY, "Damaged", null),
                SALES));
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8})
  void neverMoreComesBackThanWentOut(long seed) {
    Random random = new Random(seed);
    BigDecimal out = new BigDecimal("20");
    List<DeliveryId> all = new ArrayList<>();
    all.add(supply.delivered(contract, "DN-1", DAY, "BOLT", "20"));
    for (int step = 1; step <= 40; step++) {
      DeliveryId from = all.get(random.nextInt(all.size()));
      BigDecimal left = deliveries.view(from).lines().get(0).left();
      BigDecimal wanted = BigDecimal.valueOf(1 + random.nextInt(9));
      if (wanted.compareTo(left) > 0) {
        refused(
            "return.more-than-delivered",
            () -> supply.returned(from, wanted.toPlainString(), DAY.plusDays(90)));
      } else {
        all.add(supply.returned(from, wanted.toPlainString(), DAY.plusDays(90)));
      }
    }
    BigDecimal kept = BigDecimal.ZERO;
    for (Map.Entry<String, BigDecimal> line : kept(DAY.plusDays(90))) {
      assertThat(line.getValue()).isNotNegative();
      kept = kept.add(line.getValue());
    }
    assertThat(kept).isBetween(BigDecimal.ZERO, out);
    assertThat(kept).isEqualByComparingTo(out.subtract(net(all)));
  }

  @Test
  void theDatabaseRefusesAReturnTooManyWhoeverWritesIt() {
    DeliveryId delivery = supply.delivered(contract, "DN-1", DAY, "BOLT", "2");
    DeliveryId back = supply.returned(delivery, "2", DAY);
    UUID wrongWay = Ids.next();

    assertThatThrownBy(() -> insert(supply.line(delivery), back, "0.5", Ids.next(), 2))
        .hasMessageContaining("comes back");
    assertThatThrownBy(() -> insert(supply.line(back), back, "0.5", wrongWay, 3))
        .hasMessageContaining("comes back");
    assertThatThrownBy(() -> jdbc.update("delete from contracts.delivery_line"))
        .hasMessageContaining("only grows");
  }

  @Test
  void aProofIsAttachedOnceAndWithdrawnWithAReason() {
    DeliveryId delivery = supply.delivered(contract, "DN-1", DAY, "BOLT", "2");
    byte[] pdf = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);

    ProofId proof = deliveries.attachProof(delivery, ProofKind.SIGNED_NOTE, "a.pdf", pdf, SALES);
    assertThat(deliveries.attachProof(delivery, ProofKind.SIGNED_NOTE, "a.pdf", pdf, SALES))
        .isEqualTo(proof);
    assertThat(deliveries.view(delivery).proven()).isTrue();
    assertThat(documents.filed("delivery", List.of("DN-1"))).containsOnlyKeys("DN-1");

    deliveries.withdrawProof(proof, "Of another customer", SALES);
    assertThat(deliveries.view(delivery).proven()).isFalse();
    assertThat(deliveries.view(delivery).proofs())
        .extracting(ProofView::withdrawnReason)
        .containsExactly("Of another customer");
    refused("proof.unknown", () -> deliveries.withdrawProof(proof, "Again", SALES));
    assertThat(jdbc.queryForObject("select count(*) from contracts.v_proof", Long.class)).isZero();
  }

  @Test
  void findsDeliveriesWithoutTheProofThatTheirContractWants() {
    ContractTerms strict =
        new ContractTerms(
            "Strict",
            DAY,
            null,
            BillingRule.MONTHLY,
            io.dunwell.party.PaymentTerms.net(30),
            null,
            List.of(price("BOLT", "10")),
            "sales",
            "DE",
            "IN_GST",
            true,
            null);
    ContractId wantsProof = supply.contract(trade.customer("C-2"), "F-2", strict);
    supply.delivered(contract, "DN-1", DAY, "BOLT", "2");
    supply.delivered(wantsProof, "DN-2", DAY.plusDays(1), "BOLT", "2");
    DeliveryId proven = supply.delivered(wantsProof, "DN-3", DAY.plusDays(2), "BOLT", "2");
    byte[] pdf = "%PDF-1.7 signed".getBytes(StandardCharsets.US_ASCII);
    deliveries.attachProof(proven, ProofKind.SIGNED_NOTE, "a.pdf", pdf, SALES);

    DeliveryQuery missing = new DeliveryQuery(null, null, null, null, null, null, true, null);
    assertThat(numbers(missing)).containsExactly("DN-2");
    assertThat(numbers(DeliveryQuery.all())).containsExactly("DN-3", "DN-2", "DN-1");
    assertThat(
            numbers(
                new DeliveryQuery(
                    "c-2", null, null, null, DAY.plusDays(2), DAY.plusDays(2), null, "number")))
        .containsExactly("DN-3");
  }

  private List<String> numbers(DeliveryQuery query) {
    return deliveries.find(query, 0, 10).content().stream().map(DeliverySummary::number).toList();
  }

  /** What came back of the first delivery and did not go out again. */
  private BigDecimal net(List<DeliveryId> all) {
    BigDecimal net = BigDecimal.ZERO;
    for (DeliveryId id : all.subList(1, all.size())) {
      DeliveryView view = deliveries.view(id);
      BigDecimal quantity = view.lines().get(0).quantity();
      net = view.kind().goesOut() ? net.subtract(quantity) : net.add(quantity);
    }
    return net;
  }

  private List<Map.Entry<String, BigDecimal>> kept(LocalDate day) {
    return jdbc.query(
        "select l.delivery_number, k.kept from contracts.v_kept_on(?) k"
            + " join contracts.v_delivery_line l on l.id = k.delivery_line order by l.id",
        (row, n) -> Map.entry(row.getString(1), Quantities.plain(row.getBigDecimal(2))),
        day);
  }

  private void insert(
      DeliveryLineId returned, DeliveryId delivery, String quantity, UUID id, int position) {
    jdbc.update(
        "insert into contracts.delivery_line (id, delivery, position, item, quantity, returns_of)"
            + " values (?, ?, ?, 'BOLT', ?::numeric, ?)",
        id,
        delivery.value(),
        position,
        quantity,
        returned.value());
  }

  private static NewDelivery.Line line(String item, String quantity) {
    return new NewDelivery.Line(item, new BigDecimal(quantity), null);
  }

  private static void refused(
      String code, org.assertj.core.api.ThrowableAssert.ThrowingCallable act) {
    assertThatExceptionOfType(RuleViolation.class)
        .isThrownBy(act)
        .extracting(RuleViolation::code)
        .isEqualTo(code);
  }
}
