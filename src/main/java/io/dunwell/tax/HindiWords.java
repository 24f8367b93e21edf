package io.dunwell.tax;

import io.dunwell.shared.Money;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Amounts in Hindi, where every number below a hundred has a word of its own. */
final class HindiWords {

  private static final String[] SMALL =
      ("शून्य एक दो तीन चार पाँच छह सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह सोलह सत्रह अठारह उन्नीस"
              + " बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस उनतीस"
              + " तीस इकतीस बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस"
              + " चालीस इकतालीस बयालीस तैंतालीस चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास"
              + " पचास इक्यावन बावन तिरपन चौवन पचपन छप्पन सत्तावन अट्ठावन उनसठ"
              + " साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर"
              + " सत्तर इकहत्तर बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उन्यासी"
              + " अस्सी इक्यासी बयासी तिरासी चौरासी पचासी छियासी सत्तासी अट्ठासी नवासी"
              + " नब्बे इक्यानवे बानवे तिरानवे चौरानवे पचानवे छियानवे सत्तानवे अट्ठानवे निन्यानवे")
          .split(" ");
  private static final BigInteger CRORE = BigInteger.valueOf(10_000_000);

  private HindiWords() {}

  static String say(Money amount) {
    BigInteger[] parts = AmountInWords.parts(amount);
    boolean rupees = amount.currency().getCurrencyCode().equals("INR");
    String major = rupees ? "रुपये" : amount.currency().getCurrencyCode();
    String minor = rupees ? " पैसे" : "/" + BigInteger.TEN.pow(amount.amount().scale());
    return (amount.isNegative() ? "ऋण " : "")
        + number(parts[0])
        + " "
        + major
        + (parts[1].signum() == 0 ? "" : " और " + number(parts[1]) + minor)
        + " मात्र";
  }

  private static String number(BigInteger number) {
    if (number.signum() == 0) {
      return SMALL[0];
    }
    List<String> words = new ArrayList<>();
    if (number.compareTo(CRORE) >= 0) {
      words.add(number(number.divide(CRORE)) + " करोड़");
    }
    int rest = number.mod(CRORE).intValueExact();
    add(words, rest / 100_000, " लाख");
    add(words, rest / 1000 % 100, " हज़ार");
    add(words, rest / 100 % 10, " सौ");
    add(words, rest % 100, "");
    return String.join(" ", words);
  }

  private static void add(List<String> words, int number, String unit) {
    if (number > 0) {
      words.add(SMALL[number] + unit);
    }
  }
}
