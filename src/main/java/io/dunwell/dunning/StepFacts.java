package io.dunwell.dunning;

/**
 * What the table of next steps is asked about a case.
 *
 * @param dueStage the stage that is due by the level arithmetic, or {@code NONE}
 * @param cleared whether nothing is left to collect
 * @param contactMissing whether a letter is due and there is nowhere to send it
 * @param legalDecided whether a manager decided for the legal referral
 */
public record StepFacts(
    String dueStage, boolean cleared, boolean contactMissing, boolean legalDecided) {

  /** The value of {@code dueStage} when nothing is due. */
  public static final String NONE = "NONE";
}
