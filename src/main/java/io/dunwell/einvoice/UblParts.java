package io.dunwell.einvoice;

import io.dunwell.shared.Money;
import io.dunwell.tax.TaxCategory;
import java.math.BigDecimal;
import java.util.List;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AddressType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.AllowanceChargeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.CountryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.ItemType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.MonetaryTotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.PriceType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxCategoryType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSchemeType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxSubtotalType;
import oasis.names.specification.ubl.schema.xsd.commonaggregatecomponents_21.TaxTotalType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.DescriptionType;
import oasis.names.specification.ubl.schema.xsd.commonbasiccomponents_21.TaxExemptionReasonType;

/** The parts that UBL invoices and credit notes share: amounts, taxes, items, addresses. */
final class UblParts {

  private UblParts() {}

  static TaxTotalType taxTotal(EinvoiceDocument document) {
    TaxTotalType total = new TaxTotalType();
    total.setTaxAmount(amount(document.tax())).setCurrencyID(code(document.tax()));
    for (VatSubtotal subtotal : VatSubtotal.of(document)) {
      TaxSubtotalType row = new TaxSubtotalType();
      row.setTaxableAmount(amount(subtotal.taxable())).setCurrencyID(code(subtotal.taxable()));
      row.setTaxAmount(amount(subtotal.tax())).setCurrencyID(code(subtotal.tax()));
      TaxCategoryType category = category(subtotal.category(), subtotal.ratePercent());
      category.setPercent(subtotal.ratePercent());
      String reason = VatCodes.exemptionReason(subtotal.category());
      if (reason != null) {
        String vatex = VatCodes.exemptionCode(document, subtotal.category());
        if (vatex != null) {
          category.setTaxExemptionReasonCode(vatex);
        }
        category.addTaxExemptionReason(new TaxExemptionReasonType(reason));
      }
      row.setTaxCategory(category);
      total.addTaxSubtotal(row);
    }
    return total;
  }

  static MonetaryTotalType totals(EinvoiceDocument document) {
    String currency = document.currency().getCurrencyCode();
    Money gross = document.net().plus(document.tax());
    MonetaryTotalType totals = new MonetaryTotalType();
    totals.setLineExtensionAmount(amount(document.net())).setCurrencyID(currency);
    totals.setTaxExclusiveAmount(amount(document.net())).setCurrencyID(currency);
    totals.setTaxInclusiveAmount(amount(gross)).setCurrencyID(currency);
    if (!document.prepaid().isZero()) {
      totals.setPrepaidAmount(amount(document.prepaid())).setCurrencyID(currency);
    }
    if (!document.roundOff().isZero()) {
      totals.setPayableRoundingAmount(amount(document.roundOff())).setCurrencyID(currency);
    }
    totals.setPayableAmount(amount(document.due())).setCurrencyID(currency);
    return totals;
  }

  static ItemType item(EinvoiceLine line) {
    ItemType item = new ItemType();
    if (line.description() != null) {
      item.addDescription(new DescriptionType(line.description()));
    }
    item.setName(line.name());
    item.addClassifiedTaxCategory(category(line.tax().category(), line.tax().ratePercent()));
    return item;
  }

  static PriceType price(EinvoiceLine line) {
    PriceType price = new PriceType();
    price.setPriceAmount(LinePrice.of(line).unitPrice()).setCurrencyID(code(line.tax().net()));
    return price;
  }

  static List<AllowanceChargeType> allowances(EinvoiceLine line) {
    LinePrice price = LinePrice.of(line);
    if (price.allowance().isZero()) {
      return List.of();
    }
    AllowanceChargeType allowance = new AllowanceChargeType();
    allowance.setChargeIndicator(false);
    allowance.setAllowanceChargeReasonCode("95");
    allowance.setAmount(amount(price.allowance())).setCurrencyID(code(price.allowance()));
    return List.of(allowance);
  }

  static AddressType address(EinvoiceAddress address) {
    AddressType written = new AddressType();
    written.setStreetName(address.line1());
    if (address.line2() != null) {
      written.setAdditionalStreetName(address.line2());
    }
    written.setCityName(address.city());
    if (address.postalCode() != null) {
      written.setPostalZone(address.postalCode());
    }
    if (address.state() != null) {
      written.setCountrySubentity(address.state());
    }
    CountryType country = new CountryType();
    country.setIdentificationCode(address.country());
    written.setCountry(country);
    return written;
  }

  static TaxSchemeType vat() {
    TaxSchemeType scheme = new TaxSchemeType();
    scheme.setID("VAT");
    return scheme;
  }

  static BigDecimal amount(Money money) {
    return money.amount();
  }

  static String code(Money money) {
    return money.currency().getCurrencyCode();
  }

  private static TaxCategoryType category(TaxCategory category, BigDecimal ratePercent) {
    TaxCategoryType written = new TaxCategoryType();
    written.setID(category.code());
    if (category != TaxCategory.OUT_OF_SCOPE) {
      written.setPercent(ratePercent);
    }
    written.setTaxScheme(vat());
    return written;
  }
}
