package io.dunwell.advances;

import io.dunwell.documents.DocumentId;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A receipt voucher.
 *
 * @param amount what came in, with tax
 * @param tax the tax in it
 * @param document its PDF
 */
public record VoucherView(
    UUID id,
    InvoiceId advance,
    String number,
    LocalDate issuedOn,
    LocalDate receivedOn,
    Money amount,
    Money tax,
    DocumentId document,
    String by) {}
