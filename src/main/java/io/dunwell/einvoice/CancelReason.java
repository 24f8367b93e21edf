package io.dunwell.einvoice;

/** Why a registration is cancelled, as the portal wants to know it ({@code CnlRsn}). */
public enum CancelReason {
  DUPLICATE("1"),
  DATA_ENTRY_MISTAKE("2"),
  ORDER_CANCELLED("3"),
  OTHERS("4");

  private final String code;

  CancelReason(String code) {
    this.code = code;
  }

  /** The portal's code. */
  public String code() {
    return code;
  }
}
