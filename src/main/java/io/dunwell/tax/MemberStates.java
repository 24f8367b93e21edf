package io.dunwell.tax;

import java.util.List;
import java.util.Set;

/** The member states of the European Union, whose VAT follows one directive. */
public final class MemberStates {

  private static final Set<String> CODES =
      Set.of(
          "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE",
          "IT", "LT", "LU", "LV", "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK");

  private MemberStates() {}

  /** All of them, in alphabetical order. */
  static List<String> all() {
    return CODES.stream().sorted().toList();
  }

  /** Whether the country is one of them; by ISO 3166-1 alpha-2. */
  public static boolean contain(String country) {
    return CODES.contains(country);
  }
}
