package io.dunwell.party;

import io.dunwell.shared.Money;
import java.time.LocalDate;

/**
 * One instalment of a document.
 *
 * @param instalment its number, from 1
 * @param on the day it falls due
 * @param amount its share of the total
 */
public record Due(int instalment, LocalDate on, Money amount) {}
