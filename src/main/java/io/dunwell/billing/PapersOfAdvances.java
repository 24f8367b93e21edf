package io.dunwell.billing;

import io.dunwell.advances.AdvancePapers;
import io.dunwell.contracts.ContractView;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.NewInvoice;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.Customers;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Drafts and prints advances as other billing documents are. */
@Component
class PapersOfAdvances implements AdvancePapers {

  private final Drafts drafts;
  private final InvoicePrinter printer;
  private final Customers customers;
  private final BillingSettings settings;

  PapersOfAdvances(
      Drafts drafts, InvoicePrinter printer, Customers customers, BillingSettings settings) {
    this.drafts = drafts;
    this.printer = printer;
    this.customers = customers;
    this.settings = settings;
  }

  @Override
  public InvoiceId draft(ContractView contract, Charge charge, @Nullable UUID run, Actor by) {
    return drafts.draft(
        new NewInvoice(
            InvoiceKind.ADVANCE,
            Bases.of(contract, customers.view(contract.customer()), settings),
            List.of(NewLine.of(charge)),
            null,
            null,
            run),
        by);
  }

  @Override
  public byte[] voucher(InvoiceView received, String advance, LocalDate receivedOn) {
    return printer.voucher(received, advance, receivedOn);
  }
}
