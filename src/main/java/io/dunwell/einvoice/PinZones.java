package io.dunwell.einvoice;

import java.util.Map;
import java.util.Set;

/** In which states the nine postal zones of India lie: the first digit of a PIN. */
final class PinZones {

  private static final Map<Character, Set<String>> STATES =
      Map.of(
          '1', Set.of("01", "02", "03", "04", "06", "07", "38"),
          '2', Set.of("05", "09"),
          '3', Set.of("08", "24", "25", "26"),
          '4', Set.of("22", "23", "25", "26", "27", "30"),
          '5', Set.of("28", "29", "34", "36", "37"),
          '6', Set.of("31", "32", "33", "34"),
          '7', Set.of("11", "12", "13", "14", "15", "16", "17", "18", "19", "21", "35"),
          '8', Set.of("10", "20"));

  private PinZones() {}

  /** Whether a PIN may lie in that state; the army's (9) and those abroad lie anywhere. */
  static boolean fit(String pin, String state) {
    Set<String> states = STATES.get(pin.charAt(0));
    return states == null || state.compareTo("90") > 0 || states.contains(state);
  }
}
