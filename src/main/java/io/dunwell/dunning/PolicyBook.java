package io.dunwell.dunning;

import io.dunwell.shared.RuleViolation;
import java.util.Currency;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The policies as they rule on one day.
 *
 * @param byName each policy's ruling version
 * @param company the name of the company's policy
 */
record PolicyBook(Map<String, Policy> byName, String company) {

  PolicyBook {
    byName = Map.copyOf(byName);
  }

  /** The currencies in which fees are set, whatever the letter's is. */
  Set<Currency> feeCurrencies() {
    return byName.values().stream()
        .flatMap(policy -> policy.levels().stream())
        .flatMap(level -> Stream.ofNullable(level.fee()))
        .flatMap(fee -> Stream.ofNullable(fee.currency()))
        .collect(Collectors.toSet());
  }

  /** The policy with that name, or the company's where it is null or not effective yet. */
  Policy named(@Nullable String name) {
    Policy own = name == null ? null : byName.get(name);
    Policy ruling = own == null ? byName.get(company) : own;
    if (ruling == null) {
      throw new RuleViolation(
          "policy.none-effective", "No dunning policy is effective on this day; set one.");
    }
    return ruling;
  }
}
