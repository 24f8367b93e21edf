package io.dunwell.invoices;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.springframework.modulith.NamedInterface;

/**
 * A demand for payment on its way from draft to issued. An issued invoice never changes again. What
 * is done to it out of turn is refused with {@code invoice.wrong-state}.
 */
@NamedInterface("changes")
public interface Invoice {

  /** Its id from the draft on. */
  UUID id();

  /** How far it has come. */
  InvoiceStatus status();

  /** All that it says now. */
  InvoiceView view();

  /**
   * Changes what it says. The lines given are all it has afterwards.
   *
   * @throws RuleViolation {@code invoice.not-editable}, {@code invoice.nothing-to-bill}, {@code
   *     invoice.changed-meanwhile} for a line that it has not or no longer
   */
  void revise(Basis basis, List<NewLine> lines, Actor by);

  /** Remembers that it was a part of that draft. */
  void splitFrom(InvoiceId whole);

  /** Takes over what the tax scheme computed; false if nothing changed by that. */
  boolean tax(Taxed taxed);

  /**
   * Puts this version up for approval.
   *
   * @param hash of what the version says
   */
  void submit(String hash, LocalDate on);

  /** Gives it back to its preparer. */
  void sendBack();

  /** Lets it be issued. */
  void approve();

  /**
   * Makes it a document of the books.
   *
   * @param dueOn when its first instalment is due
   */
  void issue(String number, LocalDate on, LocalDate dueOn, Actor by);

  /** Notes the filed PDF. */
  void file(UUID document);

  /** Notes the letter it went out with. */
  void sent(UUID letter);

  /**
   * Throws away what is not issued.
   *
   * @throws RuleViolation {@code invoice.no-reason}
   */
  void withdraw(String because, LocalDate on, Actor by);

  /**
   * Takes back what is issued.
   *
   * @throws RuleViolation {@code invoice.no-reason}
   */
  void cancel(String because, LocalDate on, Actor by);
}
