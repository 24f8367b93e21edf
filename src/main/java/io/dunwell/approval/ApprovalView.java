package io.dunwell.approval;

import io.dunwell.invoices.InvoiceId;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One verdict: who said what about which version, and when.
 *
 * @param versionHash SHA-256 of what they saw
 * @param department null for a policy's verdict
 * @param reason null for an approval without a remark
 * @param lines the lines that were marked
 */
public record ApprovalView(
    InvoiceId invoice,
    int revision,
    String versionHash,
    @Nullable Department department,
    Verdict verdict,
    String by,
    LocalDate on,
    @Nullable String reason,
    List<UUID> lines,
    Instant recordedAt) {}
