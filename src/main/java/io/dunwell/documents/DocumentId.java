package io.dunwell.documents;

import java.util.UUID;

/** Identifies a filed document. */
public record DocumentId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
