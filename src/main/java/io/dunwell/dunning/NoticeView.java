package io.dunwell.dunning;

import io.swagger.v3.oas.annotations.media.Schema;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One act of a stage: a letter, a call, an escalation. Its amounts are frozen.
 *
 * @param customer the customer's number
 * @param date the business day of the act
 * @param stage the number of the stage, 0 for the courtesy note
 * @param step what the stage means, for example FINAL_NOTICE
 * @param channel EMAIL, CALL or TASK
 * @param status DONE, WITHDRAWN, or FAILED when its letter could not be delivered
 * @param letter the letter's id, or null when none was written
 * @param policy name of the policy that gave the stage its meaning
 * @param chased what the lines add up to
 * @param fee what it charged as a fee
 * @param interest what it charged as interest
 * @param closedWhy why it was withdrawn or failed, or null
 */
public record NoticeView(
    UUID id,
    @Schema(example = "C-1001") String customer,
    String customerName,
    @Schema(example = "INR") String currency,
    LocalDate date,
    int stage,
    String step,
    String channel,
    String status,
    @Nullable UUID letter,
    UUID caseId,
    String policy,
    int policyVersion,
    String chased,
    String fee,
    String interest,
    @Nullable String closedWhy,
    List<Line> lines) {

  NoticeView with(List<Line> withLines) {
    return new NoticeView(
        id,
        customer,
        customerName,
        currency,
        date,
        stage,
        step,
        channel,
        status,
        letter,
        caseId,
        policy,
        policyVersion,
        chased,
        fee,
        interest,
        closedWhy,
        withLines);
  }

  /**
   * One invoice of a notice.
   *
   * @param level how many rungs it has climbed, this act included
   * @param raised whether it climbed by this act
   * @param open what was asked for, a decimal string
   * @param daysOverdue on the day of the act
   */
  public record Line(
      String invoiceNumber,
      int level,
      boolean raised,
      @Schema(example = "1250.00") String open,
      int daysOverdue,
      LocalDate dueOn) {}
}
