package io.dunwell.contracts;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What an amendment changes, in words for the audit trail. */
final class Amendment {

  private final Map<String, String> found = new LinkedHashMap<>();

  private Amendment() {}

  static Map<String, String> between(ContractTerms before, ContractTerms after) {
    Amendment amendment = new Amendment();
    amendment.compare("title", before.title(), after.title());
    amendment.compare("validFrom", before.validFrom(), after.validFrom());
    amendment.compare("validUntil", before.validUntil(), after.validUntil());
    amendment.compare("billingRule", before.billingRule(), after.billingRule());
    amendment.compare("paymentTerms", before.paymentTerms(), after.paymentTerms());
    amendment.compare("purchaseOrder", before.purchaseOrder(), after.purchaseOrder());
    amendment.compare("owner", before.owner(), after.owner());
    amendment.compare("placeOfSupply", before.placeOfSupply(), after.placeOfSupply());
    amendment.compare("taxScheme", before.taxScheme(), after.taxScheme());
    amendment.compare("supply", before.supply(), after.supply());
    amendment.compare("proofRequired", before.proofRequired(), after.proofRequired());
    amendment.compare("advance", before.advance(), after.advance());
    amendment.prices(before.priceLines(), after.priceLines());
    return amendment.found;
  }

  private void prices(List<PriceLine> before, List<PriceLine> after) {
    Map<UUID, PriceLine> old =
        before.stream().collect(Collectors.toMap(PriceLine::id, Function.identity()));
    List<String> changes = new ArrayList<>();
    for (PriceLine line : after) {
      PriceLine former = old.remove(line.id());
      if (former == null) {
        changes.add("+ " + line.item());
      } else if (!former.equals(line)) {
        changes.add("~ " + line.item());
      }
    }
    old.values().forEach(gone -> changes.add("- " + gone.item()));
    if (!changes.isEmpty()) {
      found.put("prices", String.join(", ", changes));
    }
  }

  private void compare(String what, @Nullable Object before, @Nullable Object after) {
    if (!Objects.equals(before, after)) {
      found.put(what, text(before) + " → " + text(after));
    }
  }

  private static String text(@Nullable Object value) {
    return value == null ? "–" : value.toString();
  }
}
