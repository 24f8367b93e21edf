package io.dunwell.billing;

import io.dunwell.contracts.ContractView;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.shared.Money;
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

  /** The minimum commitment for an item in the month that ends on that day. */
  public record Committed(String item, LocalDate monthEnd) {}

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
      Money net) {

    DraftSummary undone() {
      return new DraftSummary(null, kind, customer, contract, lines, net);
    }
  }

  /**
   * Something that was not billed, and why not.
   *
   * @param item null if it is the advance that the contract agrees on, or a minimum commitment
   * @param commitment null unless it is one
   * @param value at contract price, null if the contract knows none
   */
  public record LeftOut(
      String contractNumber,
      String customerName,
      @Nullable UnbilledItem item,
      @Nullable Committed commitment,
      @Nullable Money value,
      Cause cause,
      String why) {

    static LeftOut of(UnbilledItem item, String why) {
      return new LeftOut(
          item.contractNumber(), item.customerName(), item, null, item.value(), item.cause(), why);
    }

    static LeftOut advance(ContractView contract, String customerName, String why) {
      return new LeftOut(
          contract.number(), customerName, null, null, contract.advance(), Cause.READY, why);
    }
  }
}
