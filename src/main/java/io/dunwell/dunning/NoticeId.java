package io.dunwell.dunning;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dunwell.shared.Ids;
import java.util.UUID;

/**
 * Identifies a notice.
 *
 * @param value the id itself
 */
public record NoticeId(@JsonValue UUID value) {

  static NoticeId next() {
    return new NoticeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
