package io.dunwell.tax;

import org.jspecify.annotations.Nullable;

/** Where Indian law sees a supply, as state codes; {@code 96} is abroad. */
public final class PlaceOfSupply {

  private PlaceOfSupply() {}

  /**
   * Of goods that move: where their movement ends, IGST Act s. 10(1)(a); delivered to someone else
   * on the buyer's word: the buyer's place, s. 10(1)(b).
   *
   * @param buyerState where the buyer is
   * @param deliveredState where the goods end up
   * @param onBuyersDirection billed to one and shipped to another
   */
  public static String ofGoods(
      String buyerState, String deliveredState, boolean onBuyersDirection) {
    return onBuyersDirection ? buyerState : deliveredState;
  }

  /**
   * Of services in general: a registered buyer's place, else the address on record, else the
   * seller's place: IGST Act s. 12(2).
   *
   * @param buyerRegistered whether the buyer has a GSTIN
   * @param buyerState where the buyer is, {@code null} if no address is on record
   * @param sellerState where the seller is
   */
  public static String ofServices(
      boolean buyerRegistered, @Nullable String buyerState, String sellerState) {
    if (buyerState == null) {
      if (buyerRegistered) {
        throw new IllegalArgumentException("A registered buyer has a state");
      }
      return sellerState;
    }
    return buyerState;
  }

  /** Of services about immovable property: where it lies, IGST Act s. 12(3). */
  public static String ofPropertyServices(String propertyState) {
    return propertyState;
  }
}
