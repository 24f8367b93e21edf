package io.dunwell.einvoice;

/** The portal said no. */
public class PortalRefusal extends Exception {

  /** It already has the document: its answer is to be asked for again. */
  public static final String DUPLICATE = "2150";

  /** The time in which it cancels has passed. */
  public static final String TOO_LATE = "2270";

  /** The registration is not active: it was cancelled before. */
  public static final String NOT_ACTIVE = "9999";

  /** The token that a login gave is no longer good. */
  static final String INVALID_TOKEN = "1005";

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

  /** Whether it is about us and our login, not about the document: codes 1004 to 1019. */
  boolean isAboutLogin() {
    return code.matches("10\\d\\d");
  }

  /** Whether the portal itself asks to come back later. */
  boolean isPassing() {
    return code.equals("2146") || code.equals("2147");
  }
}
