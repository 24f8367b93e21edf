package io.dunwell.receipts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names a receipt: money that came in once. */
public record ReceiptId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
