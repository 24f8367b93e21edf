package io.dunwell.tax;

import java.math.BigInteger;

/** The arithmetic of check digits, state by state, on numbers of the right form. */
final class VatDigits {

  private VatDigits() {}

  /** ISO 7064 MOD 11,10, over every digit but the last. */
  static boolean mod11And10(String number) {
    int product = 10;
    for (int i = 0; i < number.length() - 1; i++) {
      int sum = (digit(number, i) + product) % 10;
      product = 2 * (sum == 0 ? 10 : sum) % 11;
    }
    return (11 - product) % 10 == last(number);
  }

  static boolean luhn(String number) {
    int sum = 0;
    for (int i = 0; i < number.length(); i++) {
      int doubled = digit(number, i) * (i % 2 == number.length() % 2 ? 2 : 1);
      sum += doubled / 10 + doubled % 10;
    }
    return sum % 10 == 0;
  }

  static boolean austria(String number) {
    String digits = number.substring(1);
    int sum = 4;
    for (int i = 0; i < 7; i++) {
      int weighted = digit(digits, i) * (i % 2 == 0 ? 1 : 2);
      sum += weighted / 10 + weighted % 10;
    }
    return (10 - sum % 10) % 10 == last(digits);
  }

  static boolean belgium(String number) {
    return 97 - Long.parseLong(number.substring(0, 8)) % 97 == Long.parseLong(number.substring(8));
  }

  static boolean denmark(String number) {
    return weighted(number, 2, 7, 6, 5, 4, 3, 2, 1) % 11 == 0;
  }

  static boolean estonia(String number) {
    return (10 - weighted(number, 3, 7, 1, 3, 7, 1, 3, 7) % 10) % 10 == last(number);
  }

  static boolean finland(String number) {
    return weighted(number, 7, 9, 10, 5, 8, 4, 2, 1) % 11 == 0;
  }

  /** Newer keys with letters have no published arithmetic. */
  static boolean france(String number) {
    if (!number.matches("\\d{11}")) {
      return true;
    }
    long key = (12 + 3 * (Long.parseLong(number.substring(2)) % 97)) % 97;
    return key == Long.parseLong(number.substring(0, 2));
  }

  static boolean greece(String number) {
    return weighted(number, 256, 128, 64, 32, 16, 8, 4, 2) % 11 % 10 == last(number);
  }

  static boolean luxembourg(String number) {
    return Long.parseLong(number.substring(0, 6)) % 89 == Long.parseLong(number.substring(6));
  }

  /** Of companies weights modulo 11; of persons, since 2020, ISO 7064 MOD 97-10 with letters. */
  static boolean netherlands(String number) {
    if (number.matches("\\d{9}B\\d{2}")
        && weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11 == digit(number, 8)) {
      return true;
    }
    StringBuilder digits = new StringBuilder();
    ("NL" + number)
        .chars()
        .forEach(c -> digits.append(c == '+' ? 36 : c == '*' ? 37 : Character.digit(c, 36)));
    return new BigInteger(digits.toString()).mod(BigInteger.valueOf(97)).intValue() == 1;
  }

  static boolean poland(String number) {
    return weighted(number, 6, 5, 7, 2, 3, 4, 5, 6, 7) % 11 == last(number);
  }

  static boolean portugal(String number) {
    int check = 11 - weighted(number, 9, 8, 7, 6, 5, 4, 3, 2) % 11;
    return (check > 9 ? 0 : check) == last(number);
  }

  static boolean slovenia(String number) {
    int check = 11 - weighted(number, 8, 7, 6, 5, 4, 3, 2) % 11;
    return check < 11 && check % 10 == last(number);
  }

  private static int weighted(String number, int... weights) {
    int sum = 0;
    for (int i = 0; i < weights.length; i++) {
      sum += weights[i] * digit(number, i);
    }
    return sum;
  }

  private static int last(String number) {
    return digit(number, number.length() - 1);
  }

  private static int digit(String number, int place) {
    return Character.digit(number.charAt(place), 10);
  }
}
