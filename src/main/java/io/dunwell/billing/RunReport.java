package io.dunwell.billing;

import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a billing run did.
 *
 * @param id null for a dry run, which leaves no trace
 * @param drafts what it made or, dry, would make
 * @param leftOut what it did not bill, with the reason
 */
public record RunReport(
    @Nullable UUID id,
    LocalDate upTo,
    boolean dryRun,
    List<DraftSummary> drafts,
    List<LeftOut> leftOut) {

  public RunReport {
    drafts = List.copyOf(drafts);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * One draft.
   *
   * @param id null in a dry run
   * @param net before tax
   */
  public record DraftSummary(
      @Nullable InvoiceId id,
      InvoiceKind kind,
      String customer,
      String contract,
      int lines,
      io.dunwell.shared.Money net) {}

  /** Something that was not billed, and why not. */
  public record LeftOut(UnbilledItem item, Cause cause, String why) {}
}
