package io.dunwell.receipts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an allocation: an amount of a receipt, a credit or a write-off, put to an item. */
public record AllocationId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
