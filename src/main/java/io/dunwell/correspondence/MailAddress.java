package io.dunwell.correspondence;

import java.net.IDN;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One e-mail address that letters may go to: a plain mailbox, never a list, a name with an address,
 * or anything that could reach into a mail's header.
 *
 * @param text the address with its domain in ASCII
 */
public record MailAddress(String text) {

  private static final String ATOM = "[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+";
  private static final Pattern LOCAL = Pattern.compile(ATOM + "(\\." + ATOM + ")*");
  private static final Pattern DOMAIN =
      Pattern.compile("([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]");

  /** What is wrong with an address as a sentence for a person, or null if nothing is. */
  public static @Nullable String problem(@Nullable String text) {
    if (text == null || text.isBlank()) {
      return "There is no e-mail address.";
    }
    try {
      of(text);
      return null;
    } catch (IllegalArgumentException e) {
      return e.getMessage();
    }
  }

  /**
   * The address, its domain brought to ASCII.
   *
   * @throws IllegalArgumentException with a sentence for a person
   */
  static MailAddress of(String text) {
    String trimmed = text.strip();
    refuseIf(trimmed.chars().anyMatch(Character::isISOControl), "contains a line break");
    refuseIf(trimmed.indexOf(',') >= 0 || trimmed.indexOf(';') >= 0, "is more than one address");
    int at = trimmed.lastIndexOf('@');
    refuseIf(at <= 0 || trimmed.length() > 254, "is not of the form name@company.com");
    String local = trimmed.substring(0, at);
    refuseIf(
        local.length() > 64 || !LOCAL.matcher(local).matches(),
        "has a part before the @ that mail servers refuse");
    return new MailAddress(local + "@" + ascii(trimmed.substring(at + 1)));
  }

  private static String ascii(String domain) {
    String ascii;
    try {
      ascii = IDN.toASCII(domain, IDN.USE_STD3_ASCII_RULES).toLowerCase(Locale.ROOT);
    } catch (IllegalArgumentException e) {
      throw refused("has a domain that cannot exist");
    }
    refuseIf(!DOMAIN.matcher(ascii).matches(), "has a domain that cannot exist");
    String back = IDN.toASCII(IDN.toUnicode(ascii)).toLowerCase(Locale.ROOT);
    boolean falsePunycode = !back.equals(ascii) || stillEncoded(IDN.toUnicode(ascii));
    refuseIf(falsePunycode, "has a domain in false punycode");
    return ascii;
  }

  private static boolean stillEncoded(String unicode) {
    return Pattern.compile("(^|\\.)xn--").matcher(unicode).find();
  }

  private static void refuseIf(boolean wrong, String why) {
    if (wrong) {
      throw refused(why);
    }
  }

  private static IllegalArgumentException refused(String why) {
    return new IllegalArgumentException("The e-mail address " + why + ".");
  }

  @Override
  public String toString() {
    return text;
  }
}
