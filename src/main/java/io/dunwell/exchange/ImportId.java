package io.dunwell.exchange;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/** Which import. */
public record ImportId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
