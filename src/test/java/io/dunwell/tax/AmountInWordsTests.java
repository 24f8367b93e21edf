package io.dunwell.tax;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.shared.Money;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AmountInWordsTests {

  @ParameterizedTest
  @CsvSource({
    "0.00, INR, Rupees Zero Only",
    "1.00, INR, Rupee One Only",
    "0.01, INR, Rupees Zero and One Paisa Only",
    "118400.50, INR, Rupees One Lakh Eighteen Thousand Four Hundred and Fifty Paise Only",
    "1180000001.42, INR, 'Rupees One Hundred Eighteen Crore One and Forty-Two Paise Only'",
    "12345678901234.00, INR, 'Rupees Twelve Lakh Thirty-Four Thousand Five Hundred Sixty-Seven"
        + " Crore Eighty-Nine Lakh One Thousand Two Hundred Thirty-Four Only'",
    "-21.05, INR, Minus Rupees Twenty-One and Five Paise Only",
    "118400.50, USD, 'US Dollars One Hundred Eighteen Thousand Four Hundred and Fifty Cents Only'",
    "2000000.00, EUR, Euros Two Million Only",
    "1.01, GBP, Pound Sterling One and One Penny Only",
    "1100, JPY, Yen One Thousand One Hundred Only",
    "5.125, KWD, Kuwaiti Dinars Five and One Hundred Twenty-Five Fils Only",
    "7.50, SEK, Swedish Krona Seven and Fifty Hundredths Only"
  })
  void areSaidAsPeopleCountThere(String amount, String currency, String words) {
    assertThat(AmountInWords.of(Money.of(amount, currency))).isEqualTo(words);
  }

  @Test
  void canBeSaidInTheOtherWay() {
    assertThat(AmountInWords.indian(Money.of("118400.00", "USD")))
        .isEqualTo("US Dollars One Lakh Eighteen Thousand Four Hundred Only");
    assertThat(AmountInWords.international(Money.of("118400.00", "INR")))
        .isEqualTo("Rupees One Hundred Eighteen Thousand Four Hundred Only");
  }

  @Test
  void canBeSaidInHindi() {
    assertThat(AmountInWords.of(Money.of("118439.50", "INR"), Locale.forLanguageTag("hi-IN")))
        .isEqualTo("एक लाख अठारह हज़ार चार सौ उनतालीस रुपये और पचास पैसे मात्र");
  }

  /** The numbers as ICU spells them out. */
  @ParameterizedTest
  @CsvSource({
    "0.50, EUR, Null Euro und fünfzig Cent",
    "1.01, EUR, Ein Euro und ein Cent",
    "21.00, USD, Einundzwanzig US-Dollar",
    "101.00, EUR, Einhunderteins Euro",
    "1234.56, EUR, Eintausendzweihundertvierunddreißig Euro und sechsundfünfzig Cent",
    "116000.00, INR, Einhundertsechzehntausend Rupien",
    "1000001.00, EUR, Eine Million eins Euro",
    "2017300000.00, CHF, Zwei Milliarden siebzehn Millionen dreihunderttausend Schweizer Franken",
    "-7.50, SEK, Minus sieben SEK und 50/100"
  })
  void canBeSaidInGerman(String amount, String currency, String words) {
    assertThat(AmountInWords.of(Money.of(amount, currency), Locale.GERMANY)).isEqualTo(words);
  }
}
