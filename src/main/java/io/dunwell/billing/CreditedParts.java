package io.dunwell.billing;

import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.stereotype.Component;

/**
 * What parts of a line come to when they are credited at the price billed: together what the line
 * came to, however it was rounded.
 */
@Component
class CreditedParts {

  private final Invoices invoices;

  CreditedParts(Invoices invoices) {
    this.invoices = invoices;
  }

  /** The parts of one more note to that document. */
  Note of(InvoiceView original) {
    List<InvoiceView> notes =
        invoices.notesTo(original.id()).stream()
            .filter(note -> note.kind() == InvoiceKind.CREDIT_NOTE && note.status().isLiving())
            .toList();
    return new Note(original, notes);
  }

  private record Taken(BigDecimal quantity, BigDecimal net) {

    Taken plus(Charge part) {
      return new Taken(quantity.add(part.quantity()), net.add(part.net()));
    }
  }

  /** A credit note in the making. */
  static final class Note {

    private final InvoiceView original;
    private final List<InvoiceView> others;
    private final Map<UUID, Taken> taken = new HashMap<>();

    private Note(InvoiceView original, List<InvoiceView> others) {
      this.original = original;
      this.others = others;
    }

    /** Whether nothing of the line was credited at the price billed. */
    boolean isUntouched(LineView line) {
      return taken(line).quantity().signum() == 0;
    }

    /** A quantity of the line that is credited after all those before. */
    Charge take(LineView line, BigDecimal quantity) {
      Charge charge = line.charge();
      Charge part =
          charge.at(quantity, charge.unitPrice(), charge.discountPercent(), original.currency());
      Taken before = taken(line);
      BigDecimal all = before.quantity().add(part.quantity());
      if (all.compareTo(charge.quantity()) <= 0) {
        part = part.costing(share(charge, all).subtract(before.net()).max(BigDecimal.ZERO));
      }
      taken.put(line.id(), before.plus(part));
      return part;
    }

    private BigDecimal share(Charge charge, BigDecimal quantity) {
      BigDecimal exact =
          charge.net().multiply(quantity).divide(charge.quantity(), MathContext.DECIMAL128);
      return Money.rounded(exact, original.currency()).amount();
    }

    private Taken taken(LineView line) {
      return taken.computeIfAbsent(line.id(), id -> credited(line));
    }

    private Taken credited(LineView line) {
      Charge charge = line.charge();
      Taken credited = new Taken(BigDecimal.ZERO, BigDecimal.ZERO);
      for (InvoiceView note : others) {
        for (LineView each : note.lines()) {
          Charge part = each.charge();
          if (line.id().equals(each.originalLine())
              && part.unitPrice().compareTo(charge.unitPrice()) == 0
              && part.discountPercent().compareTo(charge.discountPercent()) == 0) {
            credited = credited.plus(part);
          }
        }
      }
      return credited;
    }
  }
}
