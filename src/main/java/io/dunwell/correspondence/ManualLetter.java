package io.dunwell.correspondence;

import java.util.Currency;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A letter that a person writes, with the account's statement below it.
 *
 * @param customer the customer's number
 * @param currency the account's currency
 * @param template {@code manual} for a text of one's own, {@code statement} for the statement alone
 * @param subject the subject line, one line; needed for {@code manual}
 * @param text plain text, paragraphs parted by empty lines; needed for {@code manual}
 * @param language another language than the customer's, or null
 * @param toAddress another address than the one on file, or null
 */
public record ManualLetter(
    String customer,
    Currency currency,
    String template,
    @Nullable String subject,
    @Nullable String text,
    @Nullable Locale language,
    @Nullable String toAddress) {}
