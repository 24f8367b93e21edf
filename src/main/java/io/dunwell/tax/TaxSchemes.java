package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.stereotype.Service;

/** The tax schemes there are, by name. A further law is one more bean. */
@Service
public class TaxSchemes {

  /** Indian goods and services tax. */
  public static final String IN_GST = "IN_GST";

  /** Value added tax as the European Union's states have it. */
  public static final String EU_VAT = "EU_VAT";

  private final Map<String, TaxScheme> byName = new TreeMap<>();

  TaxSchemes(List<TaxScheme> schemes) {
    schemes.forEach(scheme -> byName.put(scheme.name(), scheme));
  }

  /**
   * The scheme of that name.
   *
   * @throws RuleViolation {@code tax-scheme.unknown}
   */
  public TaxScheme named(String name) {
    TaxScheme scheme = byName.get(name);
    if (scheme == null) {
      throw new RuleViolation(
          "tax-scheme.unknown",
          "There is no tax scheme "
              + name
              + "; there are "
              + String.join(", ", byName.keySet())
              + ".");
    }
    return scheme;
  }

  /**
   * Refuses a kind of supply that the scheme does not know.
   *
   * @throws RuleViolation {@code tax-scheme.unknown}, {@code tax.supply-not-of-scheme}
   */
  public void refuseUnlessKnown(String scheme, Supply supply) {
    if (!named(scheme).supplies().contains(supply)) {
      throw new RuleViolation(
          "tax.supply-not-of-scheme",
          "%s knows no %s; choose another kind of supply, or leave it open."
              .formatted(scheme, Words.of(supply)));
    }
  }

  /** Every name, in alphabetical order. */
  public List<String> names() {
    return List.copyOf(byName.keySet());
  }
}
