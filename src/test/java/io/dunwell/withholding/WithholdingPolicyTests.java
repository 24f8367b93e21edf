package io.dunwell.withholding;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dunwell.withholding.WithholdingPolicy.Choice;
import io.dunwell.withholding.WithholdingPolicy.Line;
import io.dunwell.withholding.WithholdingPolicy.Wanted;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.Test;

class WithholdingPolicyTests {

  private static final Map<String, String> SUBJECTS =
      Map.of("7204", "TCS-SCRAP", "9988", "TDS-CONTRACT", "9982", "TDS-PROFESSIONAL");
  private static final List<Line> LINES =
      List.of(
          new Line("scrap", "7204", false),
          new Line("yarn", "5205", false),
          new Line("job", "9988", true),
          new Line("law", "9982", true),
          new Line("room", "9963", true));

  @Test
  void whoDeductsNothingStillPaysWhatIsCollected() {
    assertThat(decide(Map.of(), false)).containsExactly(tuple("TCS-SCRAP", Set.of("scrap")));
  }

  @Test
  void whoDeductsDoesSoFromWhatTheCodesSay() {
    assertThat(decide(Map.of(), true))
        .containsExactly(
            tuple("TCS-SCRAP", Set.of("scrap")),
            tuple("TDS-CONTRACT", Set.of("job")),
            tuple("TDS-PROFESSIONAL", Set.of("law")));
  }

  @Test
  void whatWasDeclaredGoesBeforeTheCodes() {
    assertThat(decide(Map.of("TCS-SCRAP", new Choice(false, null)), false)).isEmpty();
    assertThat(decide(Map.of("TDS-GOODS", new Choice(true, null)), false))
        .containsExactly(tuple("TCS-SCRAP", Set.of("scrap")), tuple("TDS-GOODS", Set.of("yarn")));
    assertThat(
            decide(
                Map.of(
                    "TDS-TECHNICAL", new Choice(true, null), "TCS-SCRAP", new Choice(false, null)),
                true))
        .containsExactly(tuple("TDS-TECHNICAL", Set.of("job", "law", "room")));
  }

  @Test
  void governmentsDeductOnTopOfAnyOther() {
    assertThat(
            decide(
                Map.of("TDS-GST", new Choice(true, null), "TCS-SCRAP", new Choice(false, null)),
                true))
        .containsExactly(
            tuple("TDS-CONTRACT", Set.of("job")),
            tuple("TDS-PROFESSIONAL", Set.of("law")),
            tuple("TDS-GST", Set.of("scrap", "yarn", "job", "law", "room")));
  }

  @Test
  void aCertificateBringsItsOwnRate() {
    Choice certificate = new Choice(true, new BigDecimal("0.5"));
    assertThat(
            new WithholdingPolicy(SUBJECTS, Map.of("TDS-CONTRACT", certificate), false)
                .decide(LINES))
        .filteredOn(wanted -> wanted.code().equals("TDS-CONTRACT"))
        .extracting(Wanted::rate)
        .containsExactly(new BigDecimal("0.5"));
  }

  private static List<Tuple> decide(Map<String, Choice> choices, boolean deducts) {
    return new WithholdingPolicy(SUBJECTS, choices, deducts)
        .decide(LINES).stream().map(wanted -> tuple(wanted.code(), wanted.lines())).toList();
  }
}
