package io.dunwell.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a line of a delivery.
 *
 * @param value the id itself
 */
public record DeliveryLineId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
