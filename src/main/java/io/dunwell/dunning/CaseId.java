package io.dunwell.dunning;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dunwell.shared.Ids;
import java.util.UUID;

/**
 * Identifies a collection case; as text the business key of its process.
 *
 * @param value the id itself
 */
public record CaseId(@JsonValue UUID value) {

  static CaseId next() {
    return new CaseId(Ids.next());
  }

  /** The case with that business key. */
  public static CaseId of(String businessKey) {
    return new CaseId(UUID.fromString(businessKey));
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
