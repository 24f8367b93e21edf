package io.dunwell.shared;

/** A refusal because one value cannot be what it is written as, whatever the rules say. */
public class MalformedValue extends RuleViolation {

  private final String field;

  /**
   * @param code {@code thing.what-is-wrong}; answered with 422
   * @param field the name of the field that it stands in
   * @param sentence what a person reads; it says which field is meant
   */
  public MalformedValue(String code, String field, String sentence) {
    super(code, sentence);
    this.field = field;
  }

  public String field() {
    return field;
  }
}
