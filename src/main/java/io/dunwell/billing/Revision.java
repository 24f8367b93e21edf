package io.dunwell.billing;

import io.dunwell.invoices.Basis;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.NewLine;
import io.dunwell.party.PaymentTerms;
import io.dunwell.shared.RuleViolation;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a draft says after a change.
 *
 * @param lines all that it has afterwards
 */
public record Revision(Basis basis, List<NewLine> lines) {

  public Revision {
    lines = List.copyOf(lines);
  }

  /**
   * The same as the draft can say it: its terms as we write them, its lines correcting what they
   * corrected.
   *
   * @throws RuleViolation {@code invoice.unreadable-terms}, {@code invoice.lines-are-given}, {@code
   *     credit-note.other-tax-code}
   */
  Revision of(InvoiceView before) {
    Map<UUID, LineView> known =
        before.lines().stream().collect(Collectors.toMap(LineView::id, Function.identity()));
    return new Revision(
        basis.terms().equals(before.basis().terms()) ? basis : basis.on(readable(basis.terms())),
        lines.stream().map(line -> given(before, known.get(line.id()), line)).toList());
  }

  private static NewLine given(InvoiceView before, @Nullable LineView line, NewLine wanted) {
    if (line == null) {
      refuseUnlessInvoice(before, wanted);
      return wanted;
    }
    boolean credit = before.kind() == InvoiceKind.CREDIT_NOTE;
    if (credit && !sameTax(wanted.charge(), line.charge())) {
      throw new RuleViolation(
          "credit-note.other-tax-code",
          "A credit note gives back the tax that was charged: line %d keeps the tax code %s and its treatment."
              .formatted(line.position(), line.charge().taxCode()));
    }
    return new NewLine(line.id(), wanted.charge(), line.originalLine(), line.because());
  }

  private static boolean sameTax(Charge one, Charge other) {
    return one.taxCode().equals(other.taxCode()) && one.treatment().equals(other.treatment());
  }

  private static void refuseUnlessInvoice(InvoiceView before, NewLine wanted) {
    if (before.kind() != InvoiceKind.INVOICE && wanted.id() == null) {
      throw new RuleViolation(
          "invoice.lines-are-given",
          before.kind().isNote()
              ? "A %s only corrects lines of the document it refers to. Draft another one for what else is to be corrected."
                  .formatted(before.kind().word())
              : "An advance asks for one sum. Bill anything else on an invoice.");
    }
  }

  private static String readable(String terms) {
    try {
      return PaymentTerms.parse(terms).toString();
    } catch (IllegalArgumentException unreadable) {
      throw new RuleViolation("invoice.unreadable-terms", String.valueOf(unreadable.getMessage()));
    }
  }
}
