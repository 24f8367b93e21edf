package io.dunwell.receipts;

import java.util.UUID;

/** Names an allocation: an amount of a receipt, a credit or a write-off, put to an item. */
public record AllocationId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
