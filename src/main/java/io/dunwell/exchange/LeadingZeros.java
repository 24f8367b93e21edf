package io.dunwell.exchange;

import io.dunwell.party.CustomerId;
import io.dunwell.party.Customers;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds customers whose numbers differ from unknown ones only in the zeros they start with. */
final class LeadingZeros {

  private static final int MOST_ZEROS = 6;

  private final Map<String, String> byDigits = new HashMap<>();

  LeadingZeros(Customers customers, Collection<String> numbers, Map<String, CustomerId> known) {
    Set<String> variants = new HashSet<>();
    for (String number : numbers) {
      if (!known.containsKey(number) && number.matches("\\d{1,30}")) {
        String digits = stripped(number);
        for (int zeros = 0; zeros <= MOST_ZEROS; zeros++) {
          variants.add("0".repeat(zeros) + digits);
        }
        byDigits.putIfAbsent(digits, number);
      }
    }
    for (String found : customers.idsByNumber(variants).keySet()) {
      byDigits.put(stripped(found), found);
    }
  }

  /** The number on the books, or first in the file, that is the same but for leading zeros. */
  @Nullable String twinOf(String number) {
    String twin = byDigits.get(stripped(number));
    return number.equals(twin) ? null : twin;
  }

  private static String stripped(String number) {
    return number.replaceFirst("^0+(?=.)", "");
  }
}
