package io.dunwell.access;

import io.dunwell.shared.RuleViolation;
import java.util.Locale;

/** What a password has to be like: long, rather than full of signs. */
final class Passwords {

  private static final int SHORTEST = 10;
  private static final int LONGEST = 200;

  private Passwords() {}

  /**
   * Accepts the password or says what is wrong with it.
   *
   * @throws RuleViolation {@code user.password-weak}
   */
  static void check(String name, String password) {
    boolean rightLength = password.length() >= SHORTEST && password.length() <= LONGEST;
    boolean containsName = password.toLowerCase(Locale.ROOT).contains(name);
    boolean monotonous = password.chars().distinct().count() < 4;
    if (!rightLength || containsName || monotonous) {
      throw new RuleViolation(
          "user.password-weak",
          "A password has %d to %d characters, does not contain the login name and is not one"
                  .formatted(SHORTEST, LONGEST)
              + " sign repeated.");
    }
  }
}
