package io.dunwell.receivables;

import java.util.UUID;

/** Names an invoice, credit note or other document that opened items. */
public record DocumentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
