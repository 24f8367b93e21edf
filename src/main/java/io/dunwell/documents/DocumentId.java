package io.dunwell.documents;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Identifies a filed document. */
public record DocumentId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
