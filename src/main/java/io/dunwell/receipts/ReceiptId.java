package io.dunwell.receipts;

import java.util.UUID;

/** Names a receipt: money that came in once. */
public record ReceiptId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
