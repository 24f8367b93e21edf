package io.dunwell.billing.web;

import io.dunwell.billing.Seen;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Numbers;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What people type into forms about invoices. */
final class Typed {

  private static final String PICK = "pick-";
  private static final String EDITION = "edition";

  private Typed() {}

  /** A number, or what there is otherwise if nothing was typed. */
  static BigDecimal number(@Nullable String typed, BigDecimal otherwise) {
    BigDecimal number = number(typed);
    return number == null ? otherwise : number;
  }

  /**
   * A number, null if nothing was typed.
   *
   * @throws RuleViolation {@code invoice.line-malformed}
   */
  static @Nullable BigDecimal number(@Nullable String typed) {
    if (typed == null || typed.isBlank()) {
      return null;
    }
    return Numbers.typed(typed)
        .orElseThrow(
            () ->
                new RuleViolation(
                    "invoice.line-malformed",
                    "“%s” is no number. Write it like 1234.50, with a point before the decimals."
                        .formatted(typed)));
  }

  /**
   * The draft as the form showed it.
   *
   * @throws RuleViolation {@code invoice.changed-meanwhile}
   */
  static Seen seen(UUID draft, Map<String, String> form) {
    String edition = text(form, EDITION);
    if (edition.isEmpty()) {
      return Seen.asItStands(new InvoiceId(draft));
    }
    try {
      return new Seen(new InvoiceId(draft), Integer.valueOf(edition));
    } catch (NumberFormatException malformed) {
      throw new RuleViolation("invoice.changed-meanwhile", "Open the draft again.");
    }
  }

  /**
   * The lines that are ticked.
   *
   * @throws RuleViolation {@code invoice-line.unknown}
   */
  static Set<UUID> picked(Map<String, String> form) {
    return form.keySet().stream()
        .filter(name -> name.startsWith(PICK))
        .map(name -> line(name.substring(PICK.length())))
        .collect(Collectors.toSet());
  }

  private static UUID line(String id) {
    try {
      return UUID.fromString(id);
    } catch (IllegalArgumentException malformed) {
      throw new RuleViolation("invoice-line.unknown", "There is no line " + id + ".");
    }
  }

  /**
   * How a line is treated, or what there is otherwise if nothing was chosen.
   *
   * @throws RuleViolation {@code invoice.line-malformed}
   */
  static Treatment treatment(@Nullable String chosen, Treatment otherwise) {
    try {
      return chosen == null || chosen.isBlank() ? otherwise : Treatment.valueOf(chosen.strip());
    } catch (IllegalArgumentException malformed) {
      throw new RuleViolation(
          "invoice.line-malformed",
          "“" + chosen + "” is no tax treatment; choose one of the list.");
    }
  }

  /** The text of a field, without blanks around it; empty if it is missing. */
  static String text(Map<String, String> form, String name) {
    return form.getOrDefault(name, "").strip();
  }
}
