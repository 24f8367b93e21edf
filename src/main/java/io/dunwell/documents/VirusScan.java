package io.dunwell.documents;

import io.dunwell.shared.RuleViolation;
import java.util.Optional;

/** Looks for viruses in what people file. */
interface VirusScan {

  /**
   * The name of what was found, empty if nothing was.
   *
   * @throws RuleViolation {@code document.not-scanned} if the scanner gives no answer: what was not
   *     looked at is not filed
   */
  Optional<String> scan(byte[] content);
}
