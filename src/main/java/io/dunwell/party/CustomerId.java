package io.dunwell.party;

import java.util.UUID;

/**
 * Identifies a customer.
 *
 * @param value the id itself
 */
public record CustomerId(UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
