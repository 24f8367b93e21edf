package io.dunwell.billing;

import io.dunwell.documents.DocumentId;
import java.util.UUID;

/**
 * A proof of a delivery that an invoice bills.
 *
 * @param kind for example {@code SIGNED_NOTE}
 * @param name the file's name
 */
public record EvidenceView(
    UUID delivery, String deliveryNumber, String kind, String name, DocumentId document) {}
