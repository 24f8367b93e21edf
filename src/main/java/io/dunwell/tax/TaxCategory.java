package io.dunwell.tax;

/** Why a line bears the tax it bears, with the code of EN 16931 (UNTDID 5305). */
public enum TaxCategory {
  STANDARD("S"),
  ZERO("Z"),
  EXEMPT("E"),
  REVERSE_CHARGE("AE"),
  INTRA_COMMUNITY("K"),
  EXPORT("G"),
  OUT_OF_SCOPE("O");

  private final String code;

  TaxCategory(String code) {
    this.code = code;
  }

  /** The code of UNTDID 5305. */
  public String code() {
    return code;
  }
}
