package io.dunwell.exchange;

import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.Slab;
import io.dunwell.contracts.SlabRule;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A price of a file, until it is known of which contract and so in which currency it is.
 *
 * @param from null for the contract's first day
 * @param minimum digits of an amount, read with the contract's currency
 */
record PriceLineRow(
    String contract,
    String item,
    @Nullable String description,
    String unit,
    @Nullable LocalDate from,
    @Nullable LocalDate until,
    List<Slab> slabs,
    SlabRule rule,
    BigDecimal discount,
    @Nullable BigDecimal minimum,
    String code,
    boolean service,
    Treatment treatment) {

  /** What files write as well. */
  private static final Map<String, Treatment> ALSO =
      Map.of(
          "TAXABLE", Treatment.TAXED,
          "NIL", Treatment.NIL_RATED,
          "EXEMPTED", Treatment.EXEMPT,
          "NON_GST", Treatment.NON_TAXABLE,
          "OUT_OF_SCOPE", Treatment.NON_TAXABLE);

  static @Nullable PriceLineRow read(RowCells row) {
    String contract = row.text(ProfileField.CONTRACT_NUMBER);
    String item = row.text(ProfileField.ITEM);
    String prices = row.text(ProfileField.PRICES);
    row.require(ProfileField.CONTRACT_NUMBER, contract);
    row.require(ProfileField.ITEM, item);
    row.require(ProfileField.PRICES, prices);
    String unit = row.text(ProfileField.UNIT);
    String code = row.text(ProfileField.TAX_CODE);
    SlabRule rule = row.word(ProfileField.SLAB_RULE, SlabRule.class);
    Treatment treatment = row.word(ProfileField.TREATMENT, Treatment.class, ALSO);
    BigDecimal discount = row.number(ProfileField.DISCOUNT);
    PriceLineRow read =
        new PriceLineRow(
            contract == null ? "" : contract,
            item == null ? "" : item,
            row.text(ProfileField.DESCRIPTION),
            unit == null ? "PCS" : unit,
            row.date(ProfileField.VALID_FROM),
            row.date(ProfileField.VALID_UNTIL),
            prices == null ? List.of() : slabs(row, prices),
            rule == null ? SlabRule.WHOLE : rule,
            discount == null ? BigDecimal.ZERO : discount,
            row.number(ProfileField.MINIMUM_COMMITMENT),
            code == null ? "" : code,
            row.yes(ProfileField.SERVICE),
            treatment == null ? Treatment.TAXED : treatment);
    return row.wrong() ? null : read;
  }

  /**
   * The line.
   *
   * @throws RuleViolation {@code price.…}
   */
  PriceLine line(LocalDate otherwiseFrom, Currency currency) {
    return new PriceLine(
        Ids.next(),
        item,
        description == null ? item : description,
        unit,
        from == null ? otherwiseFrom : from,
        until,
        slabs,
        rule,
        discount,
        minimum == null ? null : Money.rounded(minimum, currency),
        code,
        service,
        treatment);
  }

  private static List<Slab> slabs(RowCells row, String prices) {
    try {
      return Slab.list(prices);
    } catch (RuleViolation refusal) {
      row.wrong(ProfileField.PRICES, refusal.code(), refusal.sentence());
      return List.of();
    }
  }
}
