package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Value added tax as directive 2006/112/EC lays it down, with each state's rates: those of the
 * place of supply count (art. 31 to 59), a code being {@code STANDARD}, {@code REDUCED} and so on.
 */
@Component
class VatScheme implements TaxScheme {

  private static final Pattern CODE = Pattern.compile("[A-Z][A-Z0-9]*(_[A-Z0-9]+)*");

  private final RateBook book;

  VatScheme(RateBook book) {
    this.book = book;
  }

  @Override
  public String name() {
    return TaxSchemes.EU_VAT;
  }

  @Override
  public Set<Supply> supplies() {
    return EnumSet.of(
        Supply.REGULAR, Supply.REVERSE_CHARGE, Supply.INTRA_COMMUNITY, Supply.EXPORT_WITHOUT_TAX);
  }

  @Override
  public TaxedDocument tax(TaxableDocument document) {
    VatLimits.check(document);
    Rates rates =
        book.rates(
            name(),
            document.lines().stream().map(line -> key(document, line)).toList(),
            document.on());
    List<Assessment> assessments = new ArrayList<>();
    for (int i = 0; i < document.lines().size(); i++) {
      assessments.add(assess(document, i, rates));
    }
    Statement statement = new Statement(document, assessments);
    VatWording wording = new VatWording(document);
    return statement.total(
        Withholdings.of(document, statement.lines(), book),
        wording.title(),
        wording.notes(),
        wording.rules());
  }

  @Override
  public Map<String, String> places() {
    Map<String, String> places = new LinkedHashMap<>();
    for (String code : MemberStates.all()) {
      places.put(
          code, new Locale.Builder().setRegion(code).build().getDisplayCountry(Locale.ENGLISH));
    }
    return places;
  }

  @Override
  public void checkPlace(String place, @Nullable Supply supply) {
    VatLimits.checkPlace(place, supply);
  }

  @Override
  public void checkCode(TaxableLine line) {
    if (line.treatment() == Treatment.TAXED && !CODE.matcher(line.taxCode()).matches()) {
      throw new RuleViolation(
          "tax.code-malformed",
          "\"%s\" names no VAT rate; write STANDARD, REDUCED or another name of the table of tax rates."
              .formatted(line.taxCode()));
    }
  }

  @Override
  public Optional<String> missingRate(TaxableLine line, String place, LocalDate on) {
    if (line.treatment() != Treatment.TAXED || !MemberStates.contain(place)) {
      return Optional.empty();
    }
    String key = place + ":" + line.taxCode();
    return rate(book.rates(name(), List.of(key), on), key).isPresent()
        ? Optional.empty()
        : Optional.of(noRate(key, on).sentence());
  }

  private static Assessment assess(TaxableDocument document, int place, Rates rates) {
    TaxableLine line = document.lines().get(place);
    if (isOutside(document)) {
      return Assessment.untaxed(TaxCategory.OUT_OF_SCOPE); // which bears no other beside it
    }
    return switch (line.treatment()) {
      case NIL_RATED -> Assessment.untaxed(TaxCategory.ZERO);
      case EXEMPT -> Assessment.untaxed(TaxCategory.EXEMPT);
      case NON_TAXABLE -> Assessment.untaxed(TaxCategory.OUT_OF_SCOPE);
      case TAXED ->
          switch (document.supply()) {
            case REVERSE_CHARGE -> Assessment.untaxed(TaxCategory.REVERSE_CHARGE);
            case INTRA_COMMUNITY -> Assessment.untaxed(TaxCategory.INTRA_COMMUNITY);
            case EXPORT_WITHOUT_TAX -> Assessment.untaxed(TaxCategory.EXPORT);
            default -> charged(document, place, rates);
          };
    };
  }

  /** What is supplied outside the Union bears no VAT of it: directive art. 2(1), 44 and 59. */
  static boolean isOutside(TaxableDocument document) {
    return document.supply() == Supply.REGULAR && !MemberStates.contain(document.placeOfSupply());
  }

  private static Assessment charged(TaxableDocument document, int place, Rates rates) {
    TaxableLine line = document.lines().get(place);
    String key = key(document, line);
    BigDecimal rate = rate(rates, key).orElseThrow(() -> noRate(key, document.on()));
    if (rate.signum() == 0) {
      return Assessment.untaxed(TaxCategory.ZERO);
    }
    return new Assessment(
        TaxCategory.STANDARD,
        rate,
        List.of(Charge.adValorem(place, TaxComponent.VAT, rate, line.net())),
        true);
  }

  private static Optional<BigDecimal> rate(Rates rates, String key) {
    return rates
        .row(key, RateComponent.VAT)
        .filter(row -> row.code().equals(key)) // REDUCED_2 is no kind of REDUCED
        .map(Rates.Row::rate);
  }

  private static RuleViolation noRate(String key, LocalDate on) {
    return new RuleViolation(
        "tax.rate-missing",
        "No VAT rate is known for %s on %s; enter it in the table of tax rates."
            .formatted(key, on));
  }

  /** Rates stand in the table as {@code DE:REDUCED}. */
  private static String key(TaxableDocument document, TaxableLine line) {
    return document.placeOfSupply() + ":" + line.taxCode();
  }
}
