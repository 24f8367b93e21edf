package io.dunwell.tax;

/**
 * A rule that decided about a document, for whoever asks why.
 *
 * @param name for example {@code gst.intra-state}; its sentence stands in the bundle {@code tax}
 *     under {@code tax.rule.<name>}
 * @param law Act and section, rule or notification
 */
public record TaxRule(String name, String law) {

  /** Under which key its sentence stands in the messages. */
  public String messageKey() {
    return "tax.rule." + name;
  }
}
