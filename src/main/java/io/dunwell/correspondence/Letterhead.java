package io.dunwell.correspondence;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The company that writes, as its letters say.
 *
 * @param name its name
 * @param addressLines its address, line by line
 * @param email where customers write to
 * @param phone where customers call
 * @param taxId its tax number, with the word that goes before it
 * @param payTo where to pay, line by line
 */
public record Letterhead(
    @DefaultValue("Dunwell") String name,
    @DefaultValue List<String> addressLines,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String taxId,
    @DefaultValue List<String> payTo) {

  public Letterhead {
    addressLines = List.copyOf(addressLines);
    payTo = List.copyOf(payTo);
  }
}
