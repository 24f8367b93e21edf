package io.dunwell.exchange;

import java.util.UUID;

/** Which import. */
public record ImportId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
