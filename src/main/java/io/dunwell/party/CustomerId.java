package io.dunwell.party;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a customer.
 *
 * @param value the id itself
 */
public record CustomerId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
