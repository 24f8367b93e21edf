package io.dunwell.billing;

import io.dunwell.approval.Approvals;
import io.dunwell.invoices.InvoiceView;
import java.math.BigDecimal;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is no longer as the approvers saw it, though the invoice says the same. */
@Component
class SinceApproved {

  private final Approvals approvals;
  private final BackBeforeBilled back;

  SinceApproved(Approvals approvals, BackBeforeBilled back) {
    this.approvals = approvals;
    this.back = back;
  }

  /**
   * A change.
   *
   * @param code of the refusal that it is
   * @param sentence what changed, and what to do
   */
  record Change(String code, String sentence) {}

  /** The change that sends it back to its preparer; empty if nothing did. */
  Optional<Change> of(InvoiceView invoice) {
    return approvals
        .changeOfBuyer(invoice)
        .map(sentence -> new Change("invoice.buyer-changed", sentence))
        .or(
            () ->
                approvals
                    .lossOfProof(invoice)
                    .map(sentence -> new Change("invoice.proof-withdrawn", sentence)))
        .or(() -> cameBack(invoice));
  }

  private Optional<Change> cameBack(InvoiceView invoice) {
    return back.since(invoice.id()).stream()
        .findFirst()
        .map(
            each ->
                new Change(
                    "invoice.came-back",
                    "%s of line %d came back since this was submitted. Bill less, or withdraw it, and submit it again."
                        .formatted(plain(each.quantity()), each.position())));
  }

  private static String plain(BigDecimal quantity) {
    return quantity.stripTrailingZeros().toPlainString();
  }
}
