package io.dunwell.tax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dunwell.shared.RuleViolation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TaxIdsTests {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "27AAPFU0939F1ZV",
        "29AAAAP0267H1ZK",
        "27AABCM8432E1ZL",
        "27AAACO2867J1Z6",
        "29AAGCB7383J1Z4",
        "24AAACC1206D1ZM",
        "05AALFP1139Q003"
      })
  void realNumbersPassAndEachWithAnotherLastCharacterDoesNot(String number) {
    // the last of them is one of the portal's sandbox, which has another pattern
    if (number.endsWith("003")) {
      assertThat(Gstin.isValid(number)).isFalse();
      return;
    }
    assertThat(Gstin.isValid(number)).isTrue();
    assertThat("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ".chars())
        .filteredOn(last -> Gstin.isValid(number.substring(0, 14) + Character.toString(last)))
        .hasSize(1);
  }

  @Test
  void aGstinTellsItsStateAndItsPan() {
    Gstin gstin = Gstin.of(" 27aapfu0939f 1zv");

    assertThat(gstin.state().name()).isEqualTo("Maharashtra");
    assertThat(gstin.pan()).isEqualTo("AAPFU0939F");
    assertThat(Pan.isValid(gstin.pan())).isTrue();
  }

  @Test
  void aTypingErrorIsTold() {
    assertThatThrownBy(() -> Gstin.of("27AAPFU0939F1ZW"))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("gstin.check-digit"));
    assertThatThrownBy(() -> Gstin.of("99AAPFU0939F1ZV"))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("gstin.malformed"));
    assertThatThrownBy(() -> new Pan("AAPXU0939F"))
        .isInstanceOfSatisfying(
            RuleViolation.class, e -> assertThat(e.code()).isEqualTo("pan.malformed"));
  }

  @ParameterizedTest
  @CsvSource({
    "27AAPFU0939F1ZW, should end with V",
    "27AAPFU0939F1Z, has 14 characters",
    "27A1PFU0939F1ZV, character 4 is “1” and should be a letter",
    "27AAPFU09O9F1ZV, character 10 is “O” and should be a digit",
    "99AAPFU0939F1ZV, begins with 99"
  })
  void theRefusalNamesTheCharacterThatIsWrong(String number, String words) {
    assertThatThrownBy(() -> Gstin.of(number)).hasMessageContaining(words);
  }

  @Test
  void aPanIsReadWhateverItsCaseAndItsHolderIsChecked() {
    assertThat(Pan.of(" aapfu 0939f").value()).isEqualTo("AAPFU0939F");
    assertThatThrownBy(() -> Pan.of("AAPXU0939F"))
        .hasMessageContaining("character 4 is “X” and should be one of A B C");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATU13585627", "BE0403019261", "DE136695976", "DE 811 569 869", "DK13585628",
        "EE100931558", "EL094259216", "FI20774740", "FR40303265045", "HR33392005961",
        "IT00743110157", "LU15027442", "NL004495445B01", "PL8567346215", "PT501964843",
        "SE123456789701", "SI50223054", "IE6433435F", "ES54362315K", "CZ25123891"
      })
  void vatIdsPass(String number) {
    assertThat(VatId.isValid(number)).as(number).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ATU13585626",
        "BE0403019262",
        "DE136695978",
        "DK13585627",
        "EE100931557",
        "EL094259215",
        "FI20774741",
        "FR41303265045",
        "HR33392005962",
        "IT00743110158",
        "LU15027443",
        "NL004495446B01",
        "PL8567346216",
        "PT501964842",
        "SE123456789101",
        "SI50223055",
        "DE12345678",
        "XX123456789",
        "US123",
        ""
      })
  void vatIdsWithATypingErrorDoNot(String number) {
    assertThat(VatId.isValid(number)).as(number).isFalse();
  }
}
