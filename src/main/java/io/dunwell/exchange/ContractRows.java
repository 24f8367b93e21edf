package io.dunwell.exchange;

import io.dunwell.contracts.BillingRule;
import io.dunwell.contracts.ContractTerms;
import io.dunwell.contracts.PurchaseOrder;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.Supply;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads rows that are contracts. */
final class ContractRows {

  /** A contract of a file; its customer and prices are found later. */
  record Row(String number, String customer, Currency currency, ContractTerms terms) {}

  private ContractRows() {}

  static @Nullable Row read(RowCells row) {
    String number = row.text(ProfileField.CONTRACT_NUMBER);
    String customer = row.text(ProfileField.CUSTOMER_NUMBER);
    Currency currency = row.currency();
    row.require(ProfileField.CONTRACT_NUMBER, number);
    row.require(ProfileField.CUSTOMER_NUMBER, customer);
    row.require(ProfileField.CURRENCY, currency);
    ContractTerms terms = currency == null ? null : terms(row, currency);
    return row.wrong() || number == null || customer == null || currency == null || terms == null
        ? null
        : new Row(number, customer, currency, terms);
  }

  private static @Nullable ContractTerms terms(RowCells row, Currency currency) {
    String title = row.text(ProfileField.TITLE);
    LocalDate from = row.date(ProfileField.VALID_FROM);
    BillingRule rule = row.word(ProfileField.BILLING_RULE, BillingRule.class);
    String owner = row.text(ProfileField.OWNER);
    String place = row.text(ProfileField.PLACE_OF_SUPPLY);
    row.require(ProfileField.TITLE, title);
    row.require(ProfileField.VALID_FROM, from);
    row.require(ProfileField.BILLING_RULE, rule);
    row.require(ProfileField.OWNER, owner);
    row.require(ProfileField.PLACE_OF_SUPPLY, place);
    LocalDate until = row.date(ProfileField.VALID_UNTIL);
    Money advance = row.amount(ProfileField.ADVANCE, currency);
    PaymentTerms payment = payment(row);
    Supply supply = row.word(ProfileField.SUPPLY, Supply.class);
    if (row.wrong()
        || title == null
        || from == null
        || rule == null
        || owner == null
        || place == null) {
      return null;
    }
    String scheme = row.text(ProfileField.TAX_SCHEME);
    try {
      return new ContractTerms(
          title,
          from,
          until,
          rule,
          payment,
          order(row, currency),
          List.of(),
          owner,
          place,
          scheme == null ? "IN_GST" : scheme,
          supply,
          row.yes(ProfileField.PROOF_REQUIRED),
          advance);
    } catch (RuleViolation refusal) {
      row.wrong(ProfileField.CONTRACT_NUMBER, refusal.code(), refusal.sentence());
      return null;
    }
  }

  private static @Nullable PurchaseOrder order(RowCells row, Currency currency) {
    String number = row.text(ProfileField.PURCHASE_ORDER);
    return number == null
        ? null
        : new PurchaseOrder(
            number,
            row.amount(ProfileField.ORDER_CAP, currency),
            row.date(ProfileField.ORDER_UNTIL));
  }

  private static PaymentTerms payment(RowCells row) {
    String text = row.text(ProfileField.TERMS);
    Integer days = row.termsDays();
    if (days != null || text == null) {
      return PaymentTerms.net(days == null ? 30 : days);
    }
    try {
      return PaymentTerms.parse(text);
    } catch (IllegalArgumentException e) {
      row.wrong(
          ProfileField.TERMS,
          "terms.unknown",
          "These are no payment terms; write for example net 30, or 30% net 30, 70% net 60.");
      return PaymentTerms.net(30);
    }
  }
}
