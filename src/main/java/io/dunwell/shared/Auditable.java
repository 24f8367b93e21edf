package io.dunwell.shared;

import java.util.Map;

/**
 * An act that has to be traceable for ever. Publish it as a Spring event inside the act's
 * transaction; the audit module writes it down in the same transaction.
 *
 * @param by who acted
 * @param act what was done, {@code thing.past-participle}, for example {@code policy.changed}
 * @param subjectType what kind of thing it was done to, for example {@code policy}
 * @param subject which one, by its business key
 * @param details further facts, never secrets
 */
public record Auditable(
    Actor by, String act, String subjectType, String subject, Map<String, String> details) {

  public Auditable {
    details = Map.copyOf(details);
  }
}
