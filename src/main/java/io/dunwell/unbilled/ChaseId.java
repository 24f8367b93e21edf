package io.dunwell.unbilled;

import io.dunwell.shared.Ids;
import java.util.UUID;

/** Identifies a chase; it is also the business key of its process. */
public record ChaseId(UUID value) {

  static ChaseId next() {
    return new ChaseId(Ids.next());
  }

  public static ChaseId of(String text) {
    return new ChaseId(UUID.fromString(text));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
