package io.dunwell.contracts;

import io.dunwell.party.CustomerId;
import io.dunwell.shared.CurrencyCode;
import io.dunwell.shared.RuleViolation;
import java.util.Currency;

/**
 * A contract to be agreed.
 *
 * @param number that people use for it; it never changes
 * @param customer with whom
 * @param currency of all its amounts; it never changes
 * @param terms the first version
 */
public record NewContract(
    String number, CustomerId customer, Currency currency, ContractTerms terms) {

  /**
   * @throws RuleViolation {@code contract.no-number}, {@code contract.foreign-currency}, {@code
   *     currency.unknown}
   */
  public NewContract {
    number = number.strip();
    if (number.isEmpty()) {
      throw new RuleViolation("contract.no-number", "A contract needs a number.");
    }
    CurrencyCode.read("currency", currency.getCurrencyCode());
    terms.requireCurrency(currency);
  }
}
