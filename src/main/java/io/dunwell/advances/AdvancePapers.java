package io.dunwell.advances;

import io.dunwell.contracts.ContractView;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What advances want of those who draft and print billing documents. */
public interface AdvancePapers {

  /**
   * Drafts an advance under that version of the contract.
   *
   * @param run the billing run that asks for it, null for none
   */
  InvoiceId draft(ContractView contract, Charge charge, @Nullable UUID run, Actor by);

  /**
   * A receipt voucher as PDF.
   *
   * @param received the advance, cut down to what came in, with the voucher's number and day
   * @param advance the advance's number
   */
  byte[] voucher(InvoiceView received, String advance, LocalDate receivedOn);
}
