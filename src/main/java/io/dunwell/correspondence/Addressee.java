package io.dunwell.correspondence;

import io.dunwell.party.Address;
import io.dunwell.party.AddressKind;
import io.dunwell.party.CustomerView;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Whom a letter addresses, as it stood on the letter's day.
 *
 * @param number the customer's number
 * @param name the customer's name
 * @param attention the person addressed, or null to address the company
 * @param addressLines street, town and country, line by line; empty when no address is known
 */
public record Addressee(
    String number, String name, @Nullable String attention, List<String> addressLines) {

  /** Where the post wants its code before the town. */
  private static final Set<String> CODE_FIRST =
      Set.of(
          "AT", "BE", "CH", "CZ", "DE", "DK", "ES", "FI", "FR", "GR", "IT", "LU", "NL", "NO", "PL",
          "PT", "SE", "SI", "SK");

  public Addressee {
    addressLines = List.copyOf(addressLines);
  }

  /**
   * The customer at the postal address on file, the billing one if there is one.
   *
   * @param attention the person addressed, or null to address the company
   */
  public static Addressee of(CustomerView customer, @Nullable String attention) {
    List<String> lines =
        customer
            .address(AddressKind.BILLING)
            .or(() -> customer.addresses().stream().findFirst())
            .map(address -> lines(address, customer.language()))
            .orElse(List.of());
    return new Addressee(customer.number(), customer.name(), attention, lines);
  }

  private static List<String> lines(Address address, Locale language) {
    String country = new Locale("", address.country()).getDisplayCountry(language);
    String region = address.region() == null ? "" : ", " + address.region();
    String town =
        CODE_FIRST.contains(address.country())
            ? joined(address.postalCode(), address.city())
            : joined(address.city(), address.postalCode()) + region;
    return Stream.concat(address.lines().lines(), Stream.of(town, country))
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .toList();
  }

  private static String joined(@Nullable String first, @Nullable String second) {
    return (first == null ? "" : first) + " " + (second == null ? "" : second);
  }
}
