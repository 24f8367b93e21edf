package io.dunwell.desk.web;

import io.dunwell.shared.Money;
import java.util.List;

/**
 * What an account owes by age.
 *
 * @param notDue what is not due yet
 * @param buckets by days overdue, the youngest first
 * @param unapplied money and credits not yet put to an invoice, negative
 * @param total all of it
 */
record Strip(Money notDue, List<Bucket> buckets, Money unapplied, Money total) {

  /** A span of days, for example 31–60, and what lies in it. */
  record Bucket(String days, Money amount) {}
}
