package io.dunwell.advances;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Subject;
import io.dunwell.invoices.Charge;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.Invoices;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.numbering.DocumentSeries;
import io.dunwell.numbering.Numbering;
import io.dunwell.shared.Actor;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.Ids;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Words;
import io.dunwell.tax.TaxSchemes;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Confirms what came in on advances, as section 31(3)(d) of the CGST Act and rule 50 want it: a
 * numbered receipt voucher with the tax in it.
 */
@Service
@Transactional
public class ReceiptVouchers {

  private final Invoices invoices;
  private final AdvanceBook book;
  private final Numbering numbering;
  private final AdvancePapers papers;
  private final Documents documents;
  private final Clock clock;
  private final ApplicationEventPublisher events;

  ReceiptVouchers(
      Invoices invoices,
      AdvanceBook book,
      Numbering numbering,
      AdvancePapers papers,
      Documents documents,
      Clock clock,
      ApplicationEventPublisher events) {
    this.invoices = invoices;
    this.book = book;
    this.numbering = numbering;
    this.papers = papers;
    this.documents = documents;
    this.clock = clock;
    this.events = events;
  }

  /**
   * Confirms all that came in on the advance and is not confirmed yet.
   *
   * @throws RuleViolation {@code advance.unknown}, {@code receipt-voucher.nothing-received}, {@code
   *     receipt-voucher.not-needed}
   */
  public VoucherView issue(InvoiceId id, Actor by) {
    InvoiceView advance = invoices.toChange(id).view();
    AdvanceView standing = book.view(id);
    if (!standing.unvouchered().isPositive()) {
      throw new RuleViolation(
          "receipt-voucher.nothing-received",
          "Nothing came in on this advance that no voucher confirms. Book and match the receipt first.");
    }
    if (!demanded(advance)) {
      throw new RuleViolation(
          "receipt-voucher.not-needed", "Only Indian GST asks for receipt vouchers.");
    }
    return issue(advance, standing.unvouchered(), receivedOn(standing), by);
  }

  /** The vouchers of an advance, the earliest first. */
  @Transactional(readOnly = true)
  public List<VoucherView> of(InvoiceId advance) {
    return book.vouchers(advance);
  }

  /** Issues every voucher that is due; how many that were. */
  public int issueDue(Actor by) {
    int issued = 0;
    for (InvoiceId id : book.withoutVoucher()) {
      if (demanded(invoices.existing(id).view())) {
        issue(id, by);
        issued++;
      }
    }
    return issued;
  }

  private static boolean demanded(InvoiceView advance) {
    return advance.basis().taxScheme().equals(TaxSchemes.IN_GST);
  }

  private VoucherView issue(InvoiceView advance, Money amount, LocalDate receivedOn, Actor by) {
    UUID id = Ids.next();
    LocalDate today = LocalDate.now(clock);
    String number = numbering.next(DocumentSeries.RECEIPT_VOUCHER, today, id, by);
    InvoiceView received = part(advance, amount, number, today);
    DocumentId document =
        documents.storeOwn(
            papers.voucher(received, Objects.requireNonNull(advance.number()), receivedOn),
            number.replace('/', '-') + ".pdf",
            new Subject("invoice", Objects.requireNonNull(advance.number())),
            by);
    VoucherView voucher =
        new VoucherView(
            id,
            advance.id(),
            number,
            today,
            receivedOn,
            amount,
            received.tax(),
            document,
            by.name());
    book.write(voucher, by);
    events.publishEvent(
        new Auditable(
            by,
            "receipt-voucher.issued",
            "invoice",
            advance.id().toString(),
            Map.of("number", number, "amount", Words.money(amount))));
    return voucher;
  }

  private LocalDate receivedOn(AdvanceView standing) {
    LocalDate on = standing.receivedOn();
    return on == null ? LocalDate.now(clock) : on;
  }

  /** The advance as if only that amount had been asked for, the tax in it taken out. */
  static InvoiceView part(InvoiceView advance, Money amount, String number, LocalDate on) {
    List<TaxShare> taxes = new ArrayList<>();
    BigDecimal tax = BigDecimal.ZERO;
    for (TaxShare whole : advance.taxes()) {
      BigDecimal share = share(advance, whole.amount(), amount);
      taxes.add(new TaxShare(whole.component(), whole.rate(), share));
      tax = tax.add(share);
    }
    BigDecimal net = amount.amount().subtract(tax);
    LineView line = advance.lines().get(0);
    Charge charge = line.charge().at(BigDecimal.ONE, net, BigDecimal.ZERO, advance.currency());
    return new InvoiceView(
        advance.id(),
        advance.kind(),
        advance.status(),
        number,
        advance.basis(),
        new InvoiceView.Sums(
            net,
            tax,
            BigDecimal.ZERO.setScale(net.scale()),
            amount.amount(),
            BigDecimal.ZERO.setScale(net.scale()),
            advance.currency()),
        taxes,
        advance.taxNotes(),
        List.of(new LineView(line.id(), 1, charge, ofSupply(taxes), null, null)),
        null,
        null,
        advance.preparation(),
        on,
        advance.issuedBy(),
        null,
        null,
        null,
        null,
        null,
        null);
  }

  /** What is collected at source is on the whole and on no line. */
  private static List<TaxShare> ofSupply(List<TaxShare> taxes) {
    return taxes.stream().filter(tax -> !tax.component().equals(TaxShare.COLLECTED)).toList();
  }

  private static BigDecimal share(InvoiceView advance, BigDecimal whole, Money amount) {
    return whole
        .multiply(amount.amount())
        .divide(advance.sums().total(), Math.max(whole.scale(), 0), RoundingMode.HALF_UP);
  }
}
