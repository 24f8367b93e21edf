package io.dunwell.billing.web;

import io.dunwell.billing.InvoiceBook;
import io.dunwell.billing.InvoiceSummary;
import io.dunwell.invoices.InvoiceId;
import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceStatus;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.invoices.LineView;
import io.dunwell.invoices.TaxShare;
import io.dunwell.invoices.Withheld;
import io.swagger.v3.oas.annotations.media.Schema;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A billing document as programs read it. Amounts are decimal strings. */
record InvoiceResponse(
    UUID id,
    InvoiceKind kind,
    InvoiceStatus status,
    @Nullable String number,
    UUID customer,
    @Nullable String contract,
    @Nullable Integer contractVersion,
    @Nullable String poNumber,
    String currency,
    String terms,
    String taxScheme,
    @Nullable String placeOfSupply,
    @Nullable @Schema(description = "the delivery that says where its goods went") UUID shipTo,
    String supply,
    String net,
    String tax,
    String roundOff,
    String total,
    String setOff,
    String payable,
    String deviation,
    List<Tax> taxes,
    List<AtSource> taxesAtSource,
    List<Line> lines,
    @Nullable UUID original,
    @Nullable String reason,
    String preparedBy,
    int edition,
    int revision,
    @Nullable String versionHash,
    @Nullable LocalDate issuedOn,
    @Nullable LocalDate dueOn,
    @Nullable String endedBecause) {

  /** A tax of the whole. */
  record Tax(String component, String rate, String amount) {

    static Tax of(TaxShare share) {
      return new Tax(share.component(), plain(share.rate()), share.amount().toPlainString());
    }
  }

  /** A tax collected at source, or one that the customer may deduct. */
  record AtSource(String code, String kind, String law, String rate, String base, String amount) {

    static AtSource of(Withheld tax, InvoiceView invoice) {
      return new AtSource(
          tax.code(),
          tax.kind().name(),
          tax.law(),
          plain(tax.rate()),
          invoice.money(tax.base()).text(),
          invoice.money(tax.amount()).text());
    }
  }

  /** A line beside what the contract says. */
  record Line(
      UUID id,
      int position,
      String item,
      String description,
      String quantity,
      String unit,
      String unitPrice,
      String discountPercent,
      String net,
      @Nullable String contractUnitPrice,
      @Nullable String contractNet,
      String deviation,
      String taxCode,
      String treatment,
      @Nullable String delivery,
      @Nullable String because) {

    static Line of(LineView line) {
      var charge = line.charge();
      return new Line(
          line.id(),
          line.position(),
          charge.item(),
          charge.description(),
          plain(charge.quantity()),
          charge.unit(),
          plain(charge.unitPrice()),
          plain(charge.discountPercent()),
          charge.net().toPlainString(),
          charge.contractUnitPrice() == null ? null : plain(charge.contractUnitPrice()),
          charge.contractNet() == null ? null : charge.contractNet().toPlainString(),
          charge.deviation().toPlainString(),
          charge.taxCode(),
          charge.treatment(),
          charge.deliveryNumber(),
          line.because());
    }
  }

  /** A document in a list. */
  record Summary(
      UUID id,
      InvoiceKind kind,
      InvoiceStatus status,
      @Nullable String number,
      String customer,
      String customerName,
      @Nullable String contract,
      @Nullable String poNumber,
      String currency,
      String net,
      String tax,
      String total,
      @Nullable LocalDate issuedOn,
      @Nullable LocalDate dueOn) {

    static Summary of(InvoiceSummary invoice) {
      return new Summary(
          invoice.id().value(),
          invoice.kind(),
          invoice.status(),
          invoice.number(),
          invoice.customerNumber(),
          invoice.customerName(),
          invoice.contractNumber(),
          invoice.poNumber(),
          invoice.total().currency().getCurrencyCode(),
          invoice.net().text(),
          invoice.tax().text(),
          invoice.total().text(),
          invoice.issuedOn(),
          invoice.dueOn());
    }
  }

  static InvoiceResponse of(InvoiceBook book, InvoiceId id) {
    InvoiceView invoice = book.view(id);
    var basis = invoice.basis();
    return new InvoiceResponse(
        invoice.id().value(),
        invoice.kind(),
        invoice.status(),
        invoice.number(),
        basis.customer(),
        basis.contractNumber(),
        basis.contractVersion(),
        basis.poNumber(),
        basis.currency(),
        basis.terms(),
        basis.taxScheme(),
        basis.placeOfSupply(),
        basis.shipTo(),
        basis.supply(),
        invoice.net().text(),
        invoice.tax().text(),
        invoice.roundOff().text(),
        invoice.total().text(),
        invoice.setOff().text(),
        invoice.payable().text(),
        invoice.deviation().text(),
        invoice.taxes().stream().map(Tax::of).toList(),
        book.withheld(id).stream().map(tax -> AtSource.of(tax, invoice)).toList(),
        invoice.lines().stream().map(Line::of).toList(),
        invoice.original() == null ? null : invoice.original().value(),
        invoice.reason(),
        invoice.preparation().by(),
        invoice.preparation().edition(),
        invoice.preparation().revision(),
        invoice.preparation().versionHash(),
        invoice.issuedOn(),
        invoice.dueOn(),
        invoice.endedBecause());
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
