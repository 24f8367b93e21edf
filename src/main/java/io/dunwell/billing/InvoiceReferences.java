package io.dunwell.billing;

import io.dunwell.contracts.ShipTo;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.invoices.Withheld;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What a document's page takes from elsewhere.
 *
 * @param original the document that a note corrects, null otherwise
 * @param mark the tax portal's registration, null without
 * @param advances the numbers of the advances that are set off
 * @param withheld its taxes at source
 * @param owed what the buyer owes the tax office on each line
 * @param shipTo where its goods went, null if to the address that is billed
 */
record InvoiceReferences(
    @Nullable InvoiceView original,
    InvoiceSheet.@Nullable Mark mark,
    List<String> advances,
    List<Withheld> withheld,
    Map<UUID, List<TaxShare>> owed,
    @Nullable ShipTo shipTo) {}
