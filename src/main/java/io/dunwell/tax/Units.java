package io.dunwell.tax;

import java.util.List;

/** Units of quantity that invoices usually say. */
public final class Units {

  /** GST's unit quantity codes (CGST Rules r. 46) and the times that services are sold by. */
  private static final List<String> USUAL =
      List.of(
          "BAG", "BAL", "BDL", "BKL", "BOU", "BOX", "BTL", "BUN", "CAN", "CBM", "CCM", "CMS", "CTN",
          "DAY", "DOZ", "DRM", "GGK", "GMS", "GRS", "GYD", "HRS", "KGS", "KLR", "KME", "KWH", "LTR",
          "MLT", "MON", "MTR", "MTS", "NOS", "OTH", "PAC", "PCS", "PRS", "QTL", "ROL", "SET", "SQF",
          "SQM", "SQY", "TBS", "TGM", "THD", "TON", "TUB", "UGS", "UNT", "YDS");

  private Units() {}

  /** In alphabetical order; others can be used, too, and e-invoices of India call them others. */
  public static List<String> usual() {
    return USUAL;
  }
}
