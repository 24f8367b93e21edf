package io.dunwell.contracts.web;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.PriceLine;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.pages.TypedAmount;
import io.dunwell.shared.CurrencyCode;
import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Supply;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The form of a contract: from terms to fields and back. */
final class ContractForm {

  private static final int MOST_LINES = 500;
  private static final int SPARE_LINES = 3;
  private static final Pattern PRICE = Pattern.compile("priceLines\\[(\\d+)]\\.(\\w+)");

  private ContractForm() {}

  /** The rows of the price table: what is agreed, or was entered, and some empty ones. */
  static List<PriceLineForm> rows(List<PriceLine> agreed, @Nullable Map<String, String> entered) {
    List<PriceLineForm> rows = new ArrayList<>();
    if (entered == null) {
      agreed.forEach(line -> rows.add(PriceLineForm.of(line)));
    } else {
      rows.addAll(entered(entered));
    }
    for (int i = 0; i < SPARE_LINES; i++) {
      rows.add(PriceLineForm.EMPTY);
    }
    return rows;
  }

  /**
   * The terms as entered.
   *
   * @throws RuleViolation {@code contract.…}, {@code price.…}, {@code amount.malformed}
   */
  static ContractTerms terms(Map<String, String> form, Currency currency) {
    LocalDate from = PriceLineForm.day(text(form, "validFrom"));
    if (from == null) {
      throw new MalformedValue(
          "contract.no-first-day", "validFrom", "Say from which day the contract is valid.");
    }
    return new ContractTerms(
        text(form, "title"),
        from,
        PriceLineForm.day(text(form, "validUntil")),
        BillingRule.valueOf(text(form, "billingRule")),
        TermsRequest.terms(text(form, "paymentTerms")),
        order(form, currency),
        entered(form).stream().map(line -> line.toLine(currency, from)).toList(),
        text(form, "owner"),
        text(form, "placeOfSupply"),
        text(form, "taxScheme"),
        supply(text(form, "supply")),
        text(form, "proofRequired").equals("true"),
        money(form, "advance", currency));
  }

  /** The refusal at the field of the form that the terms' field was entered in. */
  static MalformedValue at(Map<String, String> form, MalformedValue refused) {
    Matcher price = PRICE.matcher(refused.field());
    if (!price.matches()) {
      return refused;
    }
    int line = Integer.parseInt(price.group(1));
    int[] rows =
        IntStream.range(0, MOST_LINES)
            .takeWhile(row -> form.containsKey("line" + row + ".item"))
            .filter(row -> !PriceLineForm.read(form, row).blank())
            .toArray();
    String name = price.group(2).equals("taxCode") ? "code" : price.group(2);
    return new MalformedValue(refused.code(), "line" + rows[line] + "." + name, refused.sentence());
  }

  static Currency currency(Map<String, String> form, Currency otherwise) {
    String code = text(form, "currency");
    return code.isEmpty() ? otherwise : CurrencyCode.read("currency", code);
  }

  static String text(Map<String, String> form, String field) {
    return form.getOrDefault(field, "").strip();
  }

  private static List<PriceLineForm> entered(Map<String, String> form) {
    List<PriceLineForm> lines = new ArrayList<>();
    for (int row = 0; row < MOST_LINES && form.containsKey("line" + row + ".item"); row++) {
      PriceLineForm line = PriceLineForm.read(form, row);
      if (!line.blank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private static @Nullable Supply supply(String chosen) {
    return chosen.isEmpty() ? null : Supply.valueOf(chosen);
  }

  private static @Nullable PurchaseOrder order(Map<String, String> form, Currency currency) {
    String number = text(form, "poNumber");
    return number.isEmpty()
        ? null
        : new PurchaseOrder(
            number, money(form, "poCap", currency), PriceLineForm.day(text(form, "poUntil")));
  }

  private static @Nullable Money money(Map<String, String> form, String field, Currency currency) {
    String typed = text(form, field);
    return typed.isEmpty() ? null : TypedAmount.read(typed, currency);
  }
}
