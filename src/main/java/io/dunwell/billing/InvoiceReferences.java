package io.dunwell.billing;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What else a page has to name.
 *
 * @param original number and date of the document that a note corrects, null otherwise
 * @param mark the tax portal's registration, null without
 * @param advances the numbers of the advances that are set off
 */
record InvoiceReferences(
    @Nullable String original, InvoiceSheet.@Nullable Mark mark, List<String> advances) {}
