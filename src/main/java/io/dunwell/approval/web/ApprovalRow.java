package io.dunwell.approval.web;

import io.dunwell.approval.ApprovalGlance;
import io.dunwell.approval.Department;
import io.dunwell.approval.process.ApprovalDesk;
import io.dunwell.shared.Money;
import io.dunwell.shared.Words;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of waiting approvals.
 *
 * @param deviation by how much it differs from the contract; null if it does not
 * @param claimedBy null for nobody
 * @param hindrance why the person may not decide; null if they may
 * @param clean whether it can be approved together with others
 */
record ApprovalRow(
    UUID invoice,
    String task,
    UUID customerId,
    String customer,
    String customerNumber,
    Department department,
    @Nullable String because,
    Money total,
    @Nullable String deviation,
    int proofs,
    Money overdue,
    LocalDate since,
    @Nullable LocalDate limit,
    @Nullable String claimedBy,
    @Nullable String hindrance,
    boolean clean,
    String choice) {

  static ApprovalRow of(ApprovalDesk.Waiting waiting, ZoneId zone) {
    ApprovalGlance glance = waiting.glance();
    var invoice = glance.invoice();
    var task = waiting.task();
    String version = String.valueOf(invoice.preparation().versionHash());
    return new ApprovalRow(
        invoice.id().value(),
        task.id().value(),
        invoice.customer().value(),
        glance.customerName(),
        glance.customerNumber(),
        waiting.department(),
        glance.standing(waiting.department()).map(standing -> standing.because()).orElse(null),
        invoice.total(),
        glance.deviates() ? Words.amount(invoice.deviation()) : null,
        glance.proofs(),
        glance.overdue(),
        task.createdAt().atZone(zone).toLocalDate(),
        task.dueAt() == null ? null : task.dueAt().atZone(zone).toLocalDate(),
        task.assignee(),
        waiting.hindrance(),
        waiting.hindrance() == null && !glance.deviates(),
        invoice.id() + ":" + waiting.department() + ":" + version);
  }
}
