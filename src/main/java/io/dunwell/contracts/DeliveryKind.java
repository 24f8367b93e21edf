package io.dunwell.contracts;

/** What kind of act a delivery is. */
public enum DeliveryKind {
  /** Goods or services went to the customer. */
  DELIVERY,
  /** Something agreed was reached. */
  MILESTONE,
  /** Something came back. */
  RETURN,
  /** What had come back went out again. */
  REDELIVERY;

  /** Whether its lines are what customers get, and may be billed. */
  public boolean goesOut() {
    return this != RETURN;
  }

  /** What a return of such a delivery's line is. */
  DeliveryKind reversed() {
    return goesOut() ? RETURN : REDELIVERY;
  }
}
