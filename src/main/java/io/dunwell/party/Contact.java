package io.dunwell.party;

import io.dunwell.shared.RuleViolation;
import jakarta.persistence.Convert;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Someone to talk to at a customer.
 *
 * @param role what for
 * @param name a person or a department
 * @param email where to write to
 * @param phone a number as dialled
 * @param language in which to write, if not the customer's
 */
@Embeddable
public record Contact(
    @Enumerated(EnumType.STRING) ContactRole role,
    String name,
    @Nullable String email,
    @Nullable String phone,
    @Nullable @Convert(converter = LocaleText.class) Locale language) {

  private static final Pattern EMAIL =
      Pattern.compile("[^\\s@<>\"(),:;\\[\\]\\\\]{1,64}@[^\\s@<>\"(),:;\\[\\]\\\\]{1,190}");

  /**
   * @throws RuleViolation {@code contact.malformed-email} if the address cannot be one
   */
  public Contact {
    if (email != null && !isEmail(email)) {
      throw new RuleViolation(
          "contact.malformed-email",
          "'" + email.strip() + "' is no e-mail address; write it as name@example.com.");
    }
  }

  /** Whether the text can be an e-mail address: one address, no line breaks, no display name. */
  public static boolean isEmail(String text) {
    return EMAIL.matcher(text).matches();
  }

  /** The same contact with what is known better now. */
  Contact with(NamedContact known) {
    return new Contact(
        role,
        known.name() == null ? name : known.name(),
        known.email(),
        known.phone() == null ? phone : known.phone(),
        language);
  }
}
