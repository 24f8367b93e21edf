package io.dunwell.correspondence;

import io.dunwell.party.CustomerId;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A letter as it stands in the send ledger.
 *
 * @param id the letter
 * @param customer to whom
 * @param customerNumber the customer's number, null if the customer is not on file
 * @param customerName the customer's name, null if the customer is not on file
 * @param currency ISO code of the account's currency
 * @param dated its business day
 * @param template which letter, see {@link LetterTemplate#key()}
 * @param language language tag it is written in
 * @param subject its subject line
 * @param toAddress e-mail address, null when none was known
 * @param state where it is on its way out
 * @param attempts how often sending was tried
 * @param lastError what the mail server or the network said last, null if nothing
 * @param nextAttemptAt when it is tried again, null unless reserved
 * @param sentAt when the mail server took it, null unless sent
 * @param messageId the Message-ID it is mailed with, null before the first attempt
 * @param htmlSha256 hash of the written letter, kept for ever
 * @param readable false once retention has ended and only the hash is left
 * @param withdrawnBecause the reason of a withdrawal, else null
 */
public record LetterView(
    LetterId id,
    CustomerId customer,
    @Nullable String customerNumber,
    @Nullable String customerName,
    String currency,
    LocalDate dated,
    String template,
    String language,
    String subject,
    @Nullable String toAddress,
    DispatchState state,
    int attempts,
    @Nullable String lastError,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant sentAt,
    @Nullable String messageId,
    String htmlSha256,
    boolean readable,
    @Nullable String withdrawnBecause) {}
