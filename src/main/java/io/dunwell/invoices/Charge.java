package io.dunwell.invoices;

import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.Money;
import io.dunwell.shared.Numbers;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/**
 * What one line of an invoice asks for, beside what the contract says. Amounts are in the invoice's
 * currency; those of a credit note are positive, too.
 *
 * @param item the item's code
 * @param description what the customer reads
 * @param unit the unit of {@code quantity}, for example {@code KGS}
 * @param quantity above zero
 * @param unitPrice per unit, before discount
 * @param discountPercent 0 to 100
 * @param net what the line comes to without tax
 * @param taxCode HSN or SAC, or what another scheme calls it
 * @param service whether it is a service and no goods
 * @param treatment how it is taxed, for example {@code TAXED} or {@code EXEMPT}
 * @param contractUnitPrice null where the contract knows no price
 * @param contractDiscountPercent null where the contract knows no price
 * @param contractNet null where the contract knows no price
 * @param deliveryNumber the delivery it bills, or null
 * @param deliveredOn that delivery's day, or null
 */
@Embeddable
public record Charge(
    String item,
    String description,
    String unit,
    BigDecimal quantity,
    BigDecimal unitPrice,
    BigDecimal discountPercent,
    BigDecimal net,
    String taxCode,
    boolean service,
    String treatment,
    @Nullable BigDecimal contractUnitPrice,
    @Nullable BigDecimal contractDiscountPercent,
    @Nullable BigDecimal contractNet,
    @Nullable String deliveryNumber,
    @Nullable LocalDate deliveredOn) {

  private static final int MOST_DECIMALS = 6;
  private static final int MOST_DISCOUNT_DECIMALS = 4;
  private static final int MOST_DIGITS = 13;

  /**
   * @throws MalformedValue {@code invoice.line-malformed}, {@code number.too-precise}, {@code
   *     number.too-large}
   */
  public Charge {
    refuse(quantity.signum() <= 0, "quantity", "“%s” needs a quantity above zero.", description);
    refuse(unitPrice.signum() < 0, "unitPrice", "“%s” has a price below zero.", description);
    refuse(
        discountPercent.signum() < 0 || discountPercent.compareTo(BigDecimal.valueOf(100)) > 0,
        "discountPercent",
        "The discount of “%s” lies between 0 and 100 percent.",
        description);
    refuseEndless(quantity, unitPrice, discountPercent);
    Numbers.within("net", net, MOST_DECIMALS, MOST_DIGITS);
  }

  private static void refuseEndless(
      BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent) {
    Numbers.within("quantity", quantity, MOST_DECIMALS, MOST_DIGITS);
    Numbers.within("unitPrice", unitPrice, MOST_DECIMALS, MOST_DIGITS);
    Numbers.within("discountPercent", discountPercent, MOST_DISCOUNT_DECIMALS, MOST_DIGITS);
  }

  private static void refuse(boolean wrong, String field, String sentence, String description) {
    if (wrong) {
      throw new MalformedValue("invoice.line-malformed", field, sentence.formatted(description));
    }
  }

  /**
   * Quantity times price less discount, rounded to the currency's smallest unit.
   *
   * @throws MalformedValue as the constructor
   */
  public static BigDecimal net(
      BigDecimal quantity, BigDecimal unitPrice, BigDecimal discountPercent, Currency currency) {
    refuseEndless(quantity, unitPrice, discountPercent);
    BigDecimal kept = BigDecimal.valueOf(100).subtract(discountPercent).movePointLeft(2);
    return quantity
        .multiply(unitPrice)
        .multiply(kept)
        .setScale(Math.max(currency.getDefaultFractionDigits(), 0), RoundingMode.HALF_UP);
  }

  /**
   * The same charge at another quantity, price and discount, its net computed from them. If none of
   * them is another it stays as it is: the price of graduated slabs is rounded, their net is not.
   */
  public Charge at(
      BigDecimal newQuantity, BigDecimal newPrice, BigDecimal newDiscount, Currency currency) {
    boolean same = newQuantity.compareTo(quantity) == 0;
    if (same && newPrice.compareTo(unitPrice) == 0 && newDiscount.compareTo(discountPercent) == 0) {
      return this;
    }
    BigDecimal agreed =
        contractUnitPrice == null || contractDiscountPercent == null
            ? null
            : net(newQuantity, contractUnitPrice, contractDiscountPercent, currency);
    return priced(
        newQuantity,
        newPrice,
        newDiscount,
        net(newQuantity, newPrice, newDiscount, currency),
        contractUnitPrice,
        contractDiscountPercent,
        same ? contractNet : agreed);
  }

  /** The same charge at another net, which is the contract's as far as the former was. */
  public Charge costing(BigDecimal newNet) {
    boolean asAgreed = contractNet != null && contractNet.compareTo(net) == 0;
    return priced(
        quantity,
        unitPrice,
        discountPercent,
        newNet,
        contractUnitPrice,
        contractDiscountPercent,
        asAgreed ? newNet : contractNet);
  }

  /** The same charge beside what the contract says now. */
  public Charge agreedAt(BigDecimal price, BigDecimal discount, BigDecimal agreedNet) {
    return priced(quantity, unitPrice, discountPercent, net, price, discount, agreedNet);
  }

  private Charge priced(
      BigDecimal newQuantity,
      BigDecimal newPrice,
      BigDecimal newDiscount,
      BigDecimal newNet,
      @Nullable BigDecimal agreedPrice,
      @Nullable BigDecimal agreedDiscount,
      @Nullable BigDecimal agreedNet) {
    return new Charge(
        item,
        description,
        unit,
        newQuantity,
        newPrice,
        newDiscount,
        newNet,
        taxCode,
        service,
        treatment,
        agreedPrice,
        agreedDiscount,
        agreedNet,
        deliveryNumber,
        deliveredOn);
  }

  /** The same charge with other words and another tax code. */
  public Charge worded(String newDescription, String newTaxCode, String newTreatment) {
    return new Charge(
        item,
        newDescription,
        unit,
        quantity,
        unitPrice,
        discountPercent,
        net,
        newTaxCode,
        service,
        newTreatment,
        contractUnitPrice,
        contractDiscountPercent,
        contractNet,
        deliveryNumber,
        deliveredOn);
  }

  /** The same charge with as many decimals as the currency knows. */
  Charge scaled(Currency currency) {
    return new Charge(
        item,
        description,
        unit,
        quantity,
        unitPrice,
        discountPercent,
        Money.rounded(net, currency).amount(),
        taxCode,
        service,
        treatment,
        contractUnitPrice,
        contractDiscountPercent,
        contractNet == null ? null : Money.rounded(contractNet, currency).amount(),
        deliveryNumber,
        deliveredOn);
  }

  /** The same charge for another delivery. */
  public Charge delivered(@Nullable String number, @Nullable LocalDate on) {
    return new Charge(
        item,
        description,
        unit,
        quantity,
        unitPrice,
        discountPercent,
        net,
        taxCode,
        service,
        treatment,
        contractUnitPrice,
        contractDiscountPercent,
        net,
        number,
        on);
  }

  /** How much more is billed than the contract says; negative if less, zero where it is silent. */
  public BigDecimal deviation() {
    return contractNet == null ? BigDecimal.ZERO : net.subtract(contractNet);
  }
}
