package io.dunwell.einvoice;

import java.util.Locale;
import java.util.Map;

/** Units as the standards write them: UN/ECE recommendation 20, and GST's unit quantity codes. */
final class UnitCodes {

  private static final Map<String, Codes> BY_NAME =
      Map.ofEntries(
          unit("pcs", "C62", "PCS"),
          unit("piece", "C62", "PCS"),
          unit("nos", "C62", "NOS"),
          unit("unit", "C62", "UNT"),
          unit("each", "C62", "NOS"),
          unit("kg", "KGM", "KGS"),
          unit("g", "GRM", "GMS"),
          unit("t", "TNE", "TON"),
          unit("ton", "TNE", "TON"),
          unit("tonne", "TNE", "TON"),
          unit("m", "MTR", "MTR"),
          unit("km", "KMT", "KME"),
          unit("m2", "MTK", "SQM"),
          unit("sqm", "MTK", "SQM"),
          unit("m3", "MTQ", "CBM"),
          unit("l", "LTR", "LTR"),
          unit("litre", "LTR", "LTR"),
          unit("box", "BX", "BOX"),
          unit("bag", "BG", "BAG"),
          unit("roll", "RO", "ROL"),
          unit("set", "SET", "SET"),
          unit("pair", "PR", "PRS"),
          unit("dozen", "DZN", "DOZ"),
          unit("hour", "HUR", "OTH"),
          unit("h", "HUR", "OTH"),
          unit("day", "DAY", "OTH"),
          unit("month", "MON", "OTH"),
          unit("year", "ANN", "OTH"));

  private UnitCodes() {}

  /** The code of recommendation 20, {@code C62} (one) where none is known. */
  static String unece(String unit) {
    return codes(unit).unece();
  }

  /** The unit quantity code, {@code OTH} where none is known. */
  static String uqc(String unit) {
    return codes(unit).uqc();
  }

  private static Codes codes(String unit) {
    String name = unit.strip().toLowerCase(Locale.ROOT);
    Codes codes = BY_NAME.get(name);
    if (codes == null && name.endsWith("s")) {
      codes = BY_NAME.get(name.substring(0, name.length() - 1));
    }
    return codes == null ? byCode(unit.strip().toUpperCase(Locale.ROOT)) : codes;
  }

  /** Whoever already wrote a code means it. */
  private static Codes byCode(String code) {
    return BY_NAME.values().stream()
        .filter(codes -> codes.uqc().equals(code) || codes.unece().equals(code))
        .findFirst()
        .orElse(new Codes("C62", "OTH"));
  }

  private static Map.Entry<String, Codes> unit(String name, String unece, String uqc) {
    return Map.entry(name, new Codes(unece, uqc));
  }

  private record Codes(String unece, String uqc) {}
}
