package io.dunwell.dunning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Why an invoice is or is not chased.
 *
 * @param customer the customer's number
 * @param date the day that the answer is about
 * @param chased whether something is sent for it on that day
 * @param code the reason, for machines
 * @param sentence the answer, for the collector
 * @param items each of its instalments
 * @param account how its account stands
 */
public record WhyView(
    String invoiceNumber,
    String customer,
    String customerName,
    String currency,
    LocalDate date,
    boolean chased,
    String code,
    String sentence,
    List<Item> items,
    @Nullable AccountStanding account) {

  /**
   * An instalment.
   *
   * @param chaseable what may be chased of it: open less held
   * @param level how many rungs it has climbed
   * @param policy the policy that sets its thresholds
   * @param nextStage the number of its next stage, or null at the top
   * @param nextStep what that means, or null
   * @param nextStepOn the day that it reaches it, or null
   */
  public record Item(
      LocalDate dueOn,
      int daysOverdue,
      @Schema(example = "1250.00") String open,
      String chaseable,
      int level,
      String policy,
      int policyVersion,
      @Nullable Integer nextStage,
      @Nullable String nextStep,
      @Nullable LocalDate nextStepOn,
      String code,
      String sentence) {}

  /**
   * The account.
   *
   * @param code what becomes of the account as a whole on that day
   * @param lastActOn the day of the last step for any of its invoices, or null
   * @param minimumInterval days that have to pass between two steps
   * @param unapplied money received and not yet allocated
   * @param credits credit notes not yet applied
   * @param openCase the open case, or null
   */
  public record AccountStanding(
      String code,
      String sentence,
      @Nullable LocalDate lastActOn,
      int minimumInterval,
      String unapplied,
      String credits,
      @Nullable UUID openCase) {}
}
