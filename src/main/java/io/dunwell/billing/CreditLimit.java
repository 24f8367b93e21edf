package io.dunwell.billing;

import io.dunwell.advances.SetOff;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What may still be credited of an issued document: never more than it asked for. */
@Component
class CreditLimit {

  private final Invoices invoices;
  private final SetOff setOff;

  CreditLimit(Invoices invoices, SetOff setOff) {
    this.invoices = invoices;
    this.setOff = setOff;
  }

  /**
   * What is left of a line: what it and the debit notes to it asked for, less what living credit
   * notes give back.
   *
   * @param but a note that does not count, null for none
   */
  BigDecimal left(InvoiceView original, LineView line, @Nullable InvoiceId but) {
    BigDecimal left = line.charge().net();
    for (InvoiceView note : notes(original, but)) {
      BigDecimal net =
          note.lines().stream()
              .filter(each -> line.id().equals(each.originalLine()))
              .map(each -> each.charge().net())
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      left = note.kind() == InvoiceKind.CREDIT_NOTE ? left.subtract(net) : left.add(net);
    }
    return left;
  }

  /**
   * Locks the original and refuses a credit note over more than is left of it.
   *
   * @param note the note itself if it exists already, else null
   * @throws RuleViolation {@code credit-note.more-than-billed}, {@code
   *     credit-note.advance-set-off}, {@code credit-note.unknown-line} for one that corrects no
   *     line of the original
   */
  void check(InvoiceId original, @Nullable InvoiceId note, List<NewLine> wanted) {
    InvoiceView invoice = invoices.toChange(original).view();
    refuseOthers(invoice, wanted);
    for (LineView line : invoice.lines()) {
      BigDecimal left = left(invoice, line, note);
      BigDecimal now = sum(wanted, line.id());
      if (now.compareTo(left) > 0) {
        throw new RuleViolation(
            "credit-note.more-than-billed",
            "Line %d asked for %s, of which %s is credited already: at most %s can be credited now."
                .formatted(
                    line.position(),
                    Words.money(invoice.money(line.charge().net())),
                    Words.money(invoice.money(line.charge().net().subtract(left))),
                    Words.money(invoice.money(left.max(BigDecimal.ZERO)))));
      }
    }
    if (invoice.kind() == InvoiceKind.ADVANCE) {
      refuseSetOff(invoice, wanted, note);
    }
  }

  private static void refuseOthers(InvoiceView original, List<NewLine> wanted) {
    Set<UUID> lines = original.lines().stream().map(LineView::id).collect(Collectors.toSet());
    if (wanted.stream().anyMatch(line -> !lines.contains(line.originalLine()))) {
      throw new RuleViolation(
          "credit-note.unknown-line",
          "Every line of a credit note gives back a line of %s.".formatted(original.number()));
    }
  }

  private void refuseSetOff(InvoiceView advance, List<NewLine> wanted, @Nullable InvoiceId note) {
    BigDecimal now =
        wanted.stream().map(line -> line.charge().net()).reduce(BigDecimal.ZERO, BigDecimal::add);
    for (InvoiceView other : notes(advance, note)) {
      boolean waits = other.status() != InvoiceStatus.ISSUED;
      now = waits ? now.add(other.sums().net()) : now;
    }
    BigDecimal free = setOff.free(advance);
    BigDecimal asked =
        now.multiply(advance.sums().total())
            .divide(advance.sums().net(), 0, RoundingMode.DOWN)
            .stripTrailingZeros();
    if (asked.compareTo(free) > 0) {
      throw new RuleViolation(
          "credit-note.advance-set-off",
          "Of the advance %s only %s is not set off yet; no more than that can be given back."
              .formatted(
                  Objects.requireNonNull(advance.number()),
                  Words.money(advance.money(free.max(BigDecimal.ZERO)))));
    }
  }

  private List<InvoiceView> notes(InvoiceView original, @Nullable InvoiceId but) {
    return invoices.notesTo(original.id()).stream()
        .filter(note -> note.status().isLiving() && !note.id().equals(but))
        .filter(CreditLimit::counts)
        .toList();
  }

  /** What a debit note adds counts once it is issued, what a credit note takes at once. */
  private static boolean counts(InvoiceView note) {
    return note.kind() == InvoiceKind.CREDIT_NOTE || note.status() == InvoiceStatus.ISSUED;
  }

  private static BigDecimal sum(List<NewLine> wanted, UUID line) {
    return wanted.stream()
        .filter(each -> line.equals(each.originalLine()))
        .map(each -> each.charge().net())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
