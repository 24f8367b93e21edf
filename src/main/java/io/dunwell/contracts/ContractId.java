package io.dunwell.contracts;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.UUID;

/**
 * Identifies a contract.
 *
 * @param value the id itself
 */
public record ContractId(@JsonValue UUID value) {

  @Override
  public String toString() {
    return value.toString();
  }
}
