package io.dunwell.correspondence;

import io.dunwell.shared.Money;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One open item as a letter shows it.
 *
 * @param number the document's number, as the customer knows it
 * @param issuedOn the document's date
 * @param dueOn the day by which it had to be paid
 * @param daysOverdue days past {@code dueOn} on the letter's day; zero or less is not overdue
 * @param amount what the item was worth when it was issued
 * @param open what this line still counts for, less what is held; negative for credits
 * @param level how many rungs the item has climbed, this letter included; zero for none
 * @param remark a few words more, for example why it is held; null for none
 */
public record LetterLine(
    String number,
    LocalDate issuedOn,
    LocalDate dueOn,
    int daysOverdue,
    Money amount,
    Money open,
    int level,
    @Nullable String remark) {}
