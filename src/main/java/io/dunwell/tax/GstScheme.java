package io.dunwell.tax;

import static io.dunwell.tax.RateComponent.CESS;
import static io.dunwell.tax.RateComponent.CESS_SPECIFIC;
import static io.dunwell.tax.RateComponent.GST;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Indian goods and services tax: value under CGST Act s. 15 times the rate of the code on the day
 * of supply (s. 9, 12 to 14), the taxes by {@link GstNature}.
 */
@Component
class GstScheme implements TaxScheme {

  private static final BigDecimal HALF = new BigDecimal("0.5");

  private final RateBook book;

  GstScheme(RateBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return TaxSchemes.IN_GST;
  }

  @Override
  public Set<Supply> supplies() {
    return EnumSet.complementOf(EnumSet.of(Supply.INTRA_COMMUNITY));
  }

  @Override
  public TaxedDocument tax(TaxableDocument document) {
    GstNature nature = GstNature.of(document);
    GstLimits.check(document, nature);
    Rates rates =
        book.rates(
            name(), document.lines().stream().map(TaxableLine::taxCode).toList(), document.on());
    List<Assessment> assessments = new ArrayList<>();
    for (int i = 0; i < document.lines().size(); i++) {
      assessments.add(assess(document, nature, i, rates));
    }
    Statement statement = new Statement(document, assessments);
    GstWording wording = new GstWording(document, nature, assessments);
    return statement.total(
        Withholdings.of(document, statement.lines(), book),
        wording.title(statement.isUntaxed()),
        wording.notes(),
        wording.rules());
  }

  @Override
  public Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    GstState.all().forEach(state -> places.put(state.code(), state.name()));
    return places;
  }

  @Override
  public void checkPlace(String place, @Nullable Supply supply) {
    GstLimits.checkPlace(GstState.entered(place), supply);
  }

  @Override
  public void checkCode(TaxableLine line) {
    GstLimits.checkCode(line);
  }

  @Override
  public Optional<String> missingRate(TaxableLine line, String place, LocalDate on) {
    Rates rates = book.rates(name(), List.of(line.taxCode()), on);
    cess(0, line, rates);
    return line.treatment() == Treatment.TAXED && rates.of(line, GST).isEmpty()
        ? Optional.of(noRate(line, on).sentence())
        : Optional.empty();
  }

  private Assessment assess(TaxableDocument document, GstNature nature, int place, Rates rates) {
    TaxableLine line = document.lines().get(place);
    return switch (line.treatment()) {
      case NIL_RATED -> Assessment.untaxed(TaxCategory.ZERO);
      case EXEMPT -> Assessment.untaxed(TaxCategory.EXEMPT);
      case NON_TAXABLE -> Assessment.untaxed(TaxCategory.OUT_OF_SCOPE);
      case TAXED -> taxed(document, nature, place, rates);
    };
  }

  private Assessment taxed(TaxableDocument document, GstNature nature, int place, Rates rates) {
    if (document.seller().registration() == Registration.COMPOSITION) {
      return Assessment.untaxed(TaxCategory.EXEMPT);
    }
    Supply supply = document.supply();
    if (supply == Supply.EXPORT_WITHOUT_TAX || supply == Supply.SEZ_WITHOUT_TAX) {
      return Assessment.untaxed(TaxCategory.EXPORT);
    }
    TaxableLine line = document.lines().get(place);
    BigDecimal rate = rates.of(line, GST).orElseThrow(() -> noRate(line, document.on()));
    List<Charge> charges = new ArrayList<>(halves(nature, place, line, rate));
    charges.addAll(cess(place, line, rates));
    return new Assessment(category(supply, rate), rate, charges, supply != Supply.REVERSE_CHARGE);
  }

  private static List<Charge> halves(
      GstNature nature, int place, TaxableLine line, BigDecimal rate) {
    if (rate.signum() == 0) {
      return List.of();
    }
    if (!nature.intraState()) {
      return List.of(Charge.adValorem(place, TaxComponent.IGST, rate, line.net()));
    }
    BigDecimal half = rate.multiply(HALF);
    return List.of(
        Charge.adValorem(place, TaxComponent.CGST, half, line.net()),
        Charge.adValorem(place, nature.second(), half, line.net()));
  }

  /** On the value, per unit, or both: GST (Compensation to States) Act s. 8(2). */
  private static List<Charge> cess(int place, TaxableLine line, Rates rates) {
    List<Charge> charges = new ArrayList<>();
    rates
        .of(line, CESS)
        .filter(rate -> rate.signum() != 0)
        .ifPresent(
            rate -> charges.add(Charge.adValorem(place, TaxComponent.CESS, rate, line.net())));
    rates
        .row(line, CESS_SPECIFIC)
        .filter(row -> row.rate().signum() != 0)
        .ifPresent(row -> charges.add(perUnit(place, line, row)));
    return charges;
  }

  /** Laid down per tonne, per thousand and so on, whatever the line is billed in. */
  private static Charge perUnit(int place, TaxableLine line, Rates.Row row) {
    String billed = line.unit();
    String due = row.unit();
    BigDecimal quantity =
        billed == null || due == null
            ? line.quantity()
            : UnitOfQuantity.convert(line.quantity(), billed, due)
                .orElseThrow(
                    () ->
                        new RuleViolation(
                            "tax.cess-unit",
                            "Cess on %s is due per %s, and %s cannot be told in that; bill it in a unit that can."
                                .formatted(line.taxCode(), due, billed)));
    return Charge.perUnit(place, TaxComponent.CESS_SPECIFIC, row.rate(), quantity, line.net());
  }

  private static TaxCategory category(Supply supply, BigDecimal rate) {
    return switch (supply) {
      case REVERSE_CHARGE -> TaxCategory.REVERSE_CHARGE;
      case EXPORT_WITH_TAX, SEZ_WITH_TAX -> TaxCategory.EXPORT;
      default -> rate.signum() == 0 ? TaxCategory.ZERO : TaxCategory.STANDARD;
    };
  }

  private static RuleViolation noRate(TaxableLine line, LocalDate on) {
    return new RuleViolation(
        "tax.rate-missing",
        "No GST rate is known for code "
            + line.taxCode()
            + " on "
            + on
            + "; enter it in the table of tax rates.");
  }
}
