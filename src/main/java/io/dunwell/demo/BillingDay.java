package io.dunwell.demo;

import io.dunwell.approval.Submitting;
import io.dunwell.billing.BillingRuns;
import io.dunwell.billing.RunReport;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.Comparator;
import org.springframework.stereotype.Component;

/** The last day of the story: deliveries become drafts, and one invoice waits for approval. */
@Component
class BillingDay {

  private static final Actor BILLING = new Actor("billing");
  private static final int LEFT_FOR_THE_VISITOR = 5;

  private final BillingRuns runs;
  private final Submitting submitting;

  BillingDay(BillingRuns runs, Submitting submitting) {
    this.runs = runs;
    this.submitting = submitting;
  }

  /** Bills what is older than a few days, and submits the largest invoice. */
  void comes(LocalDate today) {
    RunReport report = runs.run(today.minusDays(LEFT_FOR_THE_VISITOR), false, BILLING);
    report.drafts().stream()
        .filter(draft -> draft.kind() == InvoiceKind.INVOICE && draft.id() != null)
        .max(Comparator.comparing(draft -> draft.net().amount()))
        .ifPresent(
            draft -> {
              if (draft.id() != null) {
                submitting.submit(draft.id(), BILLING);
              }
            });
  }
}
