package io.dunwell.receivables;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Names an open item: one instalment of one document. */
public record ItemId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
