package io.dunwell.correspondence.events;

import java.util.UUID;

/**
 * The mail server took a letter, or a person found that it had. Published in the transaction that
 * notes it.
 *
 * @param letter the letter's id
 * @param customer the customer's id
 */
public record LetterSent(UUID letter, UUID customer) {}
