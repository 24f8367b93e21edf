package io.dunwell.shared;

/** A refusal: a rule said no. It has a code for machines and a sentence for people. */
public class RuleViolation extends RuntimeException {

  private final String code;

  /**
   * @param code {@code thing.what-is-wrong}, for example {@code receipt.already-applied}; a code
   *     that ends in {@code .unknown} is answered with 404, every other with 409, but a {@link
   *     MalformedValue} with 422
   * @param sentence what a person reads, with the remedy where there is one
   */
  public RuleViolation(String code, String sentence) {
    super(sentence, null, false, false);
    this.code = code;
  }

  public String code() {
    return code;
  }

  /** The sentence for a person. */
  public String sentence() {
    return String.valueOf(getMessage());
  }
}
