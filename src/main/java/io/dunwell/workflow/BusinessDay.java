package io.dunwell.workflow;

import java.time.LocalDate;

/**
 * What day it is for the business.
 *
 * @param date the business date
 * @param turnedOn the last day whose work is done: the daily run and all that goes with it
 * @param movable whether an administrator may move the date
 */
public record BusinessDay(LocalDate date, LocalDate turnedOn, boolean movable) {}
