package io.dunwell.tax;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Units that a tax per unit can be laid down in, by the tax office's quantity codes (CGST Rules r.
 * 46, unique quantity codes), and how many of one make another.
 *
 * @param measure what it measures
 * @param size how many of the measure's smallest usual unit it holds
 */
record UnitOfQuantity(Measure measure, BigDecimal size) {

  private static final int DIGITS = 12;

  private static final Map<String, UnitOfQuantity> KNOWN =
      Map.ofEntries(
          unit("GMS", Measure.MASS, "0.001"),
          unit("KGS", Measure.MASS, "1"),
          unit("KG", Measure.MASS, "1"),
          unit("KGM", Measure.MASS, "1"),
          unit("QTL", Measure.MASS, "100"),
          unit("TON", Measure.MASS, "1000"),
          unit("MTS", Measure.MASS, "1000"),
          unit("MT", Measure.MASS, "1000"),
          unit("TNE", Measure.MASS, "1000"),
          unit("NOS", Measure.COUNT, "1"),
          unit("PCS", Measure.COUNT, "1"),
          unit("UNT", Measure.COUNT, "1"),
          unit("PRS", Measure.PAIRS, "1"),
          unit("DOZ", Measure.COUNT, "12"),
          unit("GRS", Measure.COUNT, "144"),
          unit("THD", Measure.COUNT, "1000"),
          unit("MLT", Measure.VOLUME, "0.001"),
          unit("LTR", Measure.VOLUME, "1"),
          unit("KLR", Measure.VOLUME, "1000"),
          unit("CBM", Measure.VOLUME, "1000"));

  private enum Measure {
    MASS,
    COUNT,
    PAIRS,
    VOLUME
  }

  /** The same quantity in another unit; empty if one cannot be told in the other. */
  static Optional<BigDecimal> convert(BigDecimal quantity, String from, String to) {
    if (from.equalsIgnoreCase(to)) {
      return Optional.of(quantity);
    }
    UnitOfQuantity given = KNOWN.get(from.toUpperCase(Locale.ROOT));
    UnitOfQuantity wanted = KNOWN.get(to.toUpperCase(Locale.ROOT));
    if (given == null || wanted == null || given.measure != wanted.measure) {
      return Optional.empty();
    }
    return Optional.of(
        quantity.multiply(given.size).divide(wanted.size, DIGITS, RoundingMode.HALF_UP));
  }

  static boolean isKnown(String unit) {
    return KNOWN.containsKey(unit.toUpperCase(Locale.ROOT));
  }

  private static Map.Entry<String, UnitOfQuantity> unit(String code, Measure measure, String size) {
    return Map.entry(code, new UnitOfQuantity(measure, new BigDecimal(size)));
  }
}
