package io.dunwell.contracts.web;

import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.pages.TypedAmount;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.Numbers;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A row of the form's price table, as text.
 *
 * @param prices as {@link Slab#list} reads them
 */
record PriceLineForm(
    String id,
    String item,
    String description,
    String unit,
    String from,
    String until,
    String prices,
    String rule,
    String discount,
    String minimum,
    String code,
    String service,
    String treatment) {

  static final PriceLineForm EMPTY =
      new PriceLineForm("", "", "", "", "", "", "", "WHOLE", "", "", "", "", "TAXED");

  static PriceLineForm of(PriceLine line) {
    Money minimum = line.minimumCommitment();
    return new PriceLineForm(
        line.id().toString(),
        line.item(),
        line.description(),
        line.unit(),
        line.from().toString(),
        line.until() == null ? "" : line.until().toString(),
        Slab.text(line.slabs()),
        line.slabRule().name(),
        line.discountPercent().signum() == 0 ? "" : line.discountPercent().toPlainString(),
        minimum == null ? "" : minimum.text(),
        line.taxCode(),
        line.service() ? "true" : "",
        line.treatment().name());
  }

  /** The row with that number as it was entered. */
  static PriceLineForm read(Map<String, String> form, int row) {
    return new PriceLineForm(
        field(form, "id", row),
        field(form, "item", row),
        field(form, "description", row),
        field(form, "unit", row),
        field(form, "from", row),
        field(form, "until", row),
        field(form, "prices", row),
        field(form, "rule", row),
        field(form, "discount", row),
        field(form, "minimum", row),
        field(form, "code", row),
        field(form, "service", row),
        field(form, "treatment", row));
  }

  boolean blank() {
    return item.isEmpty() && prices.isEmpty();
  }

  /**
   * The line.
   *
   * @param otherwise the first day where none is entered
   * @throws RuleViolation {@code price.…}, {@code amount.malformed}
   */
  PriceLine toLine(Currency currency, LocalDate otherwise) {
    LocalDate first = day(from);
    return new PriceLine(
        id.isEmpty() ? Ids.next() : UUID.fromString(id),
        item,
        description.isEmpty() ? item : description,
        unit.isEmpty() ? "PCS" : unit,
        first == null ? otherwise : first,
        day(until),
        Slab.list(prices),
        SlabRule.valueOf(rule.isEmpty() ? "WHOLE" : rule),
        percent(),
        minimum.isEmpty() ? null : TypedAmount.read(minimum, currency),
        code,
        service.equals("true"),
        treatment.isEmpty() ? Treatment.TAXED : Treatment.valueOf(treatment));
  }

  private BigDecimal percent() {
    return discount.isEmpty()
        ? BigDecimal.ZERO
        : Numbers.typed(discount.replace("%", ""))
            .orElseThrow(
                () ->
                    new RuleViolation(
                        "price.discount-malformed",
                        "“" + discount + "” is no discount; write 2.5 for 2.5 %."));
  }

  static @Nullable LocalDate day(String text) {
    try {
      return text.isBlank() ? null : LocalDate.parse(text.strip());
    } catch (DateTimeParseException malformed) {
      throw new RuleViolation("form.no-day", "“" + text + "” is no day; write it like 2026-04-01.");
    }
  }

  private static String field(Map<String, String> form, String name, int row) {
    return form.getOrDefault("line" + row + "." + name, "").strip();
  }
}
