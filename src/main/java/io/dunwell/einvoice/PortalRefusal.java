package io.dunwell.einvoice;

/** The portal said no. */
public class PortalRefusal extends Exception {

  /** It already has the document: its answer is to be asked for again. */
  public static final String DUPLICATE = "2150";

  private final String code;

  /**
   * @param code the portal's error code
   * @param text the portal's sentence
   */
  public PortalRefusal(String code, String text) {
    super(text);
    this.code = code;
  }

  /** The portal's error code. */
  public String code() {
    return code;
  }

  /** The portal's sentence. */
  public String text() {
    return String.valueOf(getMessage());
  }
}
