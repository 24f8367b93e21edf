package io.dunwell.approval;

import jakarta.validation.constraints.Positive;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * From when on a customer is a credit risk.
 *
 * @param slowAfter days late, overdue or on average, after which they are class B
 * @param riskAfter after which they are class C
 * @param badAfter after which they are class D
 */
@Validated
@ConfigurationProperties("dunwell.billing.credit")
record CreditSettings(
    @DefaultValue("7") @Positive int slowAfter,
    @DefaultValue("30") @Positive int riskAfter,
    @DefaultValue("90") @Positive int badAfter) {

  String classOf(int daysLate) {
    if (daysLate > badAfter) {
      return "D";
    }
    if (daysLate > riskAfter) {
      return "C";
    }
    return daysLate > slowAfter ? "B" : "A";
  }
}
