package io.dunwell.correspondence;

import java.util.List;
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

  public Addressee {
    addressLines = List.copyOf(addressLines);
  }
}
