package io.dunwell.replay;

import io.dunwell.shared.Books;
import io.dunwell.shared.Ids;

/**
 * Names a replay and its set of books.
 *
 * @param value twelve lower-case letters and digits
 */
public record ReplayId(String value) {

  static ReplayId next() {
    String digits = Ids.next().toString().replace("-", "");
    return new ReplayId(digits.substring(digits.length() - 12));
  }

  /** The books in which this replay happened. */
  public Books books() {
    return Books.ofReplay(value);
  }
}
