package io.dunwell.contracts;

import io.dunwell.shared.MalformedValue;
import io.dunwell.tax.GstState;
import io.dunwell.tax.Gstin;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a delivery went, if not to the address that is billed.
 *
 * @param name who took it in there
 * @param street the lines of the address
 * @param postalCode null if there is none; six digits in India
 * @param city the town
 * @param place two-digit GST state code, or ISO country code of any other country
 * @param taxNumber the GSTIN of who took it in, null if he has none or it is not known
 * @param thirdParty somebody else's place, to which the buyer directed it; otherwise the buyer's
 */
public record ShipTo(
    String name,
    String street,
    @Nullable String postalCode,
    String city,
    String place,
    @Nullable String taxNumber,
    boolean thirdParty) {

  private static final int SHORTEST = 3;

  /**
   * @throws MalformedValue {@code ship-to.malformed}
   */
  public ShipTo {
    name = name.strip();
    street = street.strip();
    city = city.strip();
    place = place.strip().toUpperCase(Locale.ROOT);
    postalCode = blankToNull(postalCode);
    taxNumber = blankToNull(taxNumber);
    refuse(name.length() < SHORTEST, "name", "Say who took the delivery in.");
    refuse(street.length() < SHORTEST, "street", "Say in which street it was delivered.");
    refuse(city.length() < SHORTEST, "city", "Say in which town it was delivered.");
    boolean home = isIndian(place);
    refuse(
        (!home && !place.matches("[A-Z]{2}")) || place.equals("IN"),
        "place",
        "“" + place + "” is no place; write a GST state code like 29, or a country like DE.");
    refuse(
        home && (postalCode == null || !postalCode.replace(" ", "").matches("\\d{6}")),
        "postalCode",
        "A PIN code has six digits.");
    refuse(
        home && taxNumber != null && !isOf(taxNumber, place),
        "taxNumber",
        "“" + taxNumber + "” is no GSTIN of state " + place + ".");
  }

  /** ISO code of the country. */
  public String country() {
    return isIndian(place) ? "IN" : place;
  }

  private static boolean isIndian(String place) {
    return !place.equals(GstState.ABROAD) && GstState.find(place).isPresent();
  }

  private static boolean isOf(String gstin, String state) {
    return Gstin.isValid(gstin) && gstin.startsWith(state);
  }

  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static void refuse(boolean wrong, String field, String sentence) {
    if (wrong) {
      throw new MalformedValue("ship-to.malformed", "shipTo." + field, sentence);
    }
  }
}
