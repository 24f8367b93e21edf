package io.dunwell.correspondence;

import com.fasterxml.jackson.annotation.JsonValue;
import io.dunwell.shared.Ids;
import java.util.UUID;

/** Identifies a letter for ever; its Message-ID is derived from it. */
public record LetterId(@JsonValue UUID value) {

  static LetterId next() {
    return new LetterId(Ids.next());
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
