package io.dunwell.contracts.web;

import io.dunwell.contracts.ShipTo;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Where a delivery went, as a caller writes it or a form has it. */
record ShipToRequest(
    @NotBlank @Size(max = 100) @Schema(example = "Bengaluru warehouse") String name,
    @NotBlank @Size(max = 200) @Schema(example = "Plot 7, Peenya") String street,
    @Nullable @Size(max = 20) @Schema(example = "560058") String postalCode,
    @NotBlank @Size(max = 100) @Schema(example = "Bengaluru") String city,
    @NotBlank @Size(max = 2) @Schema(description = "GST state or country", example = "29")
        String place,
    @Nullable @Size(max = 20) @Schema(example = "29AAGCB7383J1Z4") String taxNumber,
    @Schema(description = "somebody else's place, to which the buyer directed it")
        boolean thirdParty) {

  ShipTo shipTo() {
    return new ShipTo(name, street, postalCode, city, place, taxNumber, thirdParty);
  }

  /** What a form says; null if it names nobody. */
  static @Nullable ShipTo of(Map<String, String> form) {
    if (text(form, "name").isEmpty() && text(form, "place").isEmpty()) {
      return null;
    }
    return new ShipTo(
        text(form, "name"),
        text(form, "street"),
        text(form, "postalCode"),
        text(form, "city"),
        text(form, "place"),
        text(form, "taxNumber"),
        form.containsKey("shipTo.thirdParty"));
  }

  private static String text(Map<String, String> form, String field) {
    return form.getOrDefault("shipTo." + field, "").strip();
  }
}
