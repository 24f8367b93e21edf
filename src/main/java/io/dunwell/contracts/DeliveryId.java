package io.dunwell.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a delivery.
 *
 * @param value the id itself
 */
public record DeliveryId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
