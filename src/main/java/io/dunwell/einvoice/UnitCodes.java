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
          unit("each", "EA", "NOS"),
          unit("ea", "EA", "NOS"),
          unit("h87", "H87", "PCS"),
          unit("kg", "KGM", "KGS"),
          unit("g", "GRM", "GMS"),
          unit("gram", "GRM", "GMS"),
          unit("quintal", "DTN", "QTL"),
          unit("t", "TNE", "MTS"),
          unit("ton", "TNE", "TON"),
          unit("tonne", "TNE", "MTS"),
          unit("mt", "TNE", "MTS"),
          unit("m", "MTR", "MTR"),
          unit("metre", "MTR", "MTR"),
          unit("meter", "MTR", "MTR"),
          unit("cm", "CMT", "CMS"),
          unit("km", "KMT", "KME"),
          unit("yard", "YRD", "YDS"),
          unit("m2", "MTK", "SQM"),
          unit("sqm", "MTK", "SQM"),
          unit("sqft", "FTK", "SQF"),
          unit("sq.ft", "FTK", "SQF"),
          unit("sqyd", "YDK", "SQY"),
          unit("gross yard", "YRD", "GYD"),
          unit("m3", "MTQ", "CBM"),
          unit("cm3", "CMQ", "CCM"),
          unit("l", "LTR", "LTR"),
          unit("litre", "LTR", "LTR"),
          unit("liter", "LTR", "LTR"),
          unit("ml", "MLT", "MLT"),
          unit("kl", "K6", "KLR"),
          unit("gallon", "GLL", "UGS"),
          unit("box", "XBX", "BOX"),
          unit("bag", "XBG", "BAG"),
          unit("bale", "XBL", "BAL"),
          unit("bundle", "XBE", "BDL"),
          unit("bunch", "XBH", "BUN"),
          unit("bottle", "XBO", "BTL"),
          unit("can", "XCX", "CAN"),
          unit("carton", "XCT", "CTN"),
          unit("drum", "XDR", "DRM"),
          unit("pack", "XPK", "PAC"),
          unit("packet", "XPA", "PAC"),
          unit("roll", "XRO", "ROL"),
          unit("tube", "XTU", "TUB"),
          unit("tablet", "U2", "TBS"),
          unit("buckle", "C62", "BKL"),
          unit("set", "SET", "SET"),
          unit("pair", "PR", "PRS"),
          unit("dozen", "DZN", "DOZ"),
          unit("gross", "GRO", "GRS"),
          unit("great gross", "GGR", "GGK"),
          unit("ten", "C62", "TGM"),
          unit("hundred", "CEN", "OTH"),
          unit("thousand", "MIL", "THD"),
          unit("kwh", "KWH", "OTH"),
          unit("hour", "HUR", "OTH"),
          unit("h", "HUR", "OTH"),
          unit("day", "DAY", "OTH"),
          unit("week", "WEE", "OTH"),
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
    return BY_NAME.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .map(Map.Entry::getValue)
        .filter(codes -> codes.uqc().equals(code) || codes.unece().equals(code))
        .findFirst()
        .orElse(new Codes("C62", "OTH"));
  }

  private static Map.Entry<String, Codes> unit(String name, String unece, String uqc) {
    return Map.entry(name, new Codes(unece, uqc));
  }

  private record Codes(String unece, String uqc) {}
}
