package io.dunwell.dunning;

import io.dunwell.shared.Ids;
import java.util.UUID;

/**
 * Identifies a notice.
 *
 * @param value the id itself
 */
public record NoticeId(UUID value) {

  static NoticeId next() {
    return new NoticeId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
