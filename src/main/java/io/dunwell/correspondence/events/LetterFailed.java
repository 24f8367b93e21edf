package io.dunwell.correspondence.events;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A letter cannot be sent. Published in the transaction that notes it.
 *
 * @param letter the letter's id
 * @param customer the customer's id
 * @param currency ISO code of the account's currency
 * @param dated the letter's business day
 * @param addressRefused whether the address is missing or was refused, so that a person has to
 *     complete the contact
 * @param reason what the mail server said, or what is wrong with the address
 */
public record LetterFailed(
    UUID letter,
    UUID customer,
    String currency,
    LocalDate dated,
    boolean addressRefused,
    String reason) {}
