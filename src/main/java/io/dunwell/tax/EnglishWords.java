package io.dunwell.tax;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;

/** Numbers in English. */
final class EnglishWords {

  private static final String[] SMALL = {
    "Zero",
    "One",
    "Two",
    "Three",
    "Four",
    "Five",
    "Six",
    "Seven",
    "Eight",
    "Nine",
    "Ten",
    "Eleven",
    "Twelve",
    "Thirteen",
    "Fourteen",
    "Fifteen",
    "Sixteen",
    "Seventeen",
    "Eighteen",
    "Nineteen"
  };
  private static final String[] TENS = {
    "", "", "Twenty", "Thirty", "Forty", "Fifty", "Sixty", "Seventy", "Eighty", "Ninety"
  };
  private static final String[] THOUSANDS = {
    "", "Thousand", "Million", "Billion", "Trillion", "Quadrillion", "Quintillion"
  };
  private static final BigInteger CRORE = BigInteger.valueOf(10_000_000);

  private EnglishWords() {}

  /** With lakh and crore; crores are counted in the same way, as {@code One Lakh Crore}. */
  static String indian(BigInteger number) {
    if (number.signum() == 0) {
      return SMALL[0];
    }
    List<String> words = new ArrayList<>();
    if (number.compareTo(CRORE) >= 0) {
      words.add(indian(number.divide(CRORE)) + " Crore");
    }
    int rest = number.mod(CRORE).intValueExact();
    addGroup(words, rest / 100_000, "Lakh");
    addGroup(words, rest / 1000 % 100, "Thousand");
    addGroup(words, rest % 1000, "");
    return String.join(" ", words);
  }

  /** With thousand, million, billion and so on (short scale). */
  static String international(BigInteger number) {
    if (number.signum() == 0) {
      return SMALL[0];
    }
    List<String> words = new ArrayList<>();
    String digits = number.toString();
    int groups = (digits.length() + 2) / 3;
    String padded = "0".repeat(groups * 3 - digits.length()) + digits;
    for (int i = 0; i < groups; i++) {
      int group = Integer.parseInt(padded.substring(i * 3, i * 3 + 3));
      addGroup(words, group, THOUSANDS[groups - 1 - i]);
    }
    return String.join(" ", words);
  }

  private static void addGroup(List<String> words, int number, String unit) {
    if (number > 0) {
      words.add((upToThousand(number) + " " + unit).strip());
    }
  }

  private static String upToThousand(int number) {
    List<String> words = new ArrayList<>();
    if (number >= 100) {
      words.add(SMALL[number / 100] + " Hundred");
    }
    int rest = number % 100;
    if (rest >= 20) {
      words.add(TENS[rest / 10] + (rest % 10 == 0 ? "" : "-" + SMALL[rest % 10]));
    } else if (rest > 0) {
      words.add(SMALL[rest]);
    }
    return String.join(" ", words);
  }
}
