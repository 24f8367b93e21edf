package io.dunwell.receivables;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an invoice, credit note or other document that opened items. */
public record DocumentId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
