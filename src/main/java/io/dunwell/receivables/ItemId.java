package io.dunwell.receivables;

import java.util.UUID;

/** Names an open item: one instalment of one document. */
public record ItemId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
