package io.dunwell.shared;

/** A reason why the application does not start, told in plain words instead of a stack trace. */
public class CannotStart extends RuntimeException {

  private final String remedy;

  /**
   * @param reason what is wrong, one sentence
   * @param remedy what to do about it, one sentence
   */
  public CannotStart(String reason, String remedy) {
    super(reason, null, false, false);
    this.remedy = remedy;
  }

  /** What to do about it. */
  public String remedy() {
    return remedy;
  }
}
