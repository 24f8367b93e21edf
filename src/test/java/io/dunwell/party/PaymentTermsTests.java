package io.dunwell.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PaymentTermsTests {

  private static final Money HUNDRED = Money.of("100.00", "EUR");

  @ParameterizedTest(name = "{0} from {1} is due {2}")
  @DisplayName("L1 net days, end of month, day of month, no terms")
  @CsvSource({
    "net 30, 2016-01-22, 2016-02-21",
    "1 month net 0 end of month, 2016-01-22, 2016-02-29",
    "1 month net 0 end of month, 2017-01-31, 2017-02-28",
    "net 0, 2016-01-22, 2016-01-22",
    "net 30 end of month, 2016-01-22, 2016-02-29",
    "net 0 day 10, 2016-01-10, 2016-01-10",
    "net 0 day 10, 2016-01-11, 2016-02-10",
    "net 0 day 31, 2016-02-05, 2016-02-29",
    "net 30 end of month day 15, 2016-01-22, 2016-03-15",
    "net 0 day 5, 2016-12-20, 2017-01-05",
  })
  void l1_dueDays(String terms, LocalDate from, LocalDate due) {
    assertThat(PaymentTerms.parse(terms).dues(from, HUNDRED))
        .containsExactly(new Due(1, due, HUNDRED));
  }

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource({
    "Due on receipt, net 0",
    "COD, net 0",
    "Net30, net 30",
    "n/45, net 45",
    "30 days EOM, net 30 end of month",
    "EOM, net 0 end of month",
    "NET  30  Days, net 30",
  })
  void whatOthersWriteIsUnderstood(String theirs, String ours) {
    assertThat(PaymentTerms.parse(theirs)).isEqualTo(PaymentTerms.parse(ours));
  }

  @Test
  @DisplayName("A1 terms 30/50/20 % due +30/+60/+90")
  void a1_instalments() {
    LocalDate day = LocalDate.of(2026, 1, 1);
    List<Due> dues = PaymentTerms.parse("30% net 30, 50% net 60, 20% net 90").dues(day, HUNDRED);

    assertThat(dues)
        .containsExactly(
            new Due(1, day.plusDays(30), Money.of("30.00", "EUR")),
            new Due(2, day.plusDays(60), Money.of("50.00", "EUR")),
            new Due(3, day.plusDays(90), Money.of("20.00", "EUR")));
  }

  @Test
  void instalmentsAddUpToTheCentWhateverTheTotal() {
    Random random = new Random(7);
    for (int i = 0; i < 5_000; i++) {
      Money total =
          new Money(BigDecimal.valueOf(random.nextInt(1, 100_000), 2), HUNDRED.currency());
      BigDecimal first = BigDecimal.valueOf(random.nextInt(1, 5_000), 2);
      BigDecimal second = BigDecimal.valueOf(random.nextInt(1, 5_000), 2);
      BigDecimal rest = BigDecimal.valueOf(100).subtract(first).subtract(second);
      PaymentTerms terms =
          PaymentTerms.instalments(
              new Instalment(first, 10), new Instalment(second, 20), new Instalment(rest, 30));

      List<Due> dues = terms.dues(LocalDate.of(2026, 1, 31), total);

      assertThat(dues).allMatch(due -> due.amount().isPositive());
      assertThat(dues.stream().map(Due::amount).reduce(Money.zero(total.currency()), Money::plus))
          .isEqualTo(total);
      assertThat(PaymentTerms.parse(terms.toString())).isEqualTo(terms);
    }
  }

  @Test
  void aShareThatRoundsToNothingIsLeftOut() {
    PaymentTerms terms = PaymentTerms.parse("30% net 10, 30% net 20, 40% net 30");

    assertThat(terms.dues(LocalDate.of(2026, 1, 1), Money.of("0.01", "EUR")))
        .containsExactly(new Due(1, LocalDate.of(2026, 1, 21), Money.of("0.01", "EUR")));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "soon",
        "net -3",
        "30% net 10, 60% net 20",
        "net 0 day 40",
        "0% net 1, 100% net 2"
      })
  void refusesWhatIsNoTerm(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> PaymentTerms.parse(text));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "net 30",
        "net 14 end of month",
        "1 months net 0 end of month day 10",
        "40% net 30, 60% net 60 end of month"
      })
  void readsWhatItWrites(String text) {
    assertThat(PaymentTerms.parse(text)).hasToString(text);
  }
}
