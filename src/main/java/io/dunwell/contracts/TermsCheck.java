package io.dunwell.contracts;

import io.dunwell.shared.MalformedValue;
import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import io.dunwell.tax.TaxScheme;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.TaxableLine;
import io.dunwell.tax.Treatment;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.springframework.stereotype.Service;

/**
 * Asks of terms, when they are entered, what otherwise the first draft is refused for. What was
 * agreed before stays as it is until it is changed.
 */
@Service
public class TermsCheck {

  private static final Money NOTHING = Money.of("0", "INR");

  private final TaxSchemes schemes;
  private final Clock clock;

  TermsCheck(TaxSchemes schemes, Clock clock) {
    this.schemes = schemes;
    this.clock = clock;
  }

  /** What of a price decides on its taxes. */
  private record Taxed(
      String taxCode, String unit, boolean service, Treatment treatment, LocalDate on) {

    static Taxed of(PriceLine line, LocalDate on) {
      return new Taxed(line.taxCode(), line.unit(), line.service(), line.treatment(), on);
    }

    boolean sameAs(PriceLine line) {
      return equals(of(line, on));
    }
  }

  private record Asked(String scheme, String place, Taxed taxed) {}

  /** {@link #refuse(ContractTerms, Collection)} for new terms. */
  public void refuse(Collection<ContractTerms> wanted) {
    Set<Asked> asked = new HashSet<>();
    wanted.forEach(each -> refuse(each, List.of(), asked));
  }

  /**
   * Refuses what no invoice under those terms could say.
   *
   * @param before what was agreed before; what the terms carry on is not asked again
   * @throws MalformedValue {@code tax-scheme.unknown}, {@code tax.place-of-supply-malformed},
   *     {@code tax.export-at-home}, {@code tax.code-malformed}, {@code tax.price-unit}, {@code
   *     tax.cess-unit}; the field is named as programs send it
   * @throws RuleViolation {@code tax.supply-not-of-scheme}, {@code tax.out-of-scope-mixed}
   */
  public void refuse(ContractTerms terms, Collection<ContractTerms> before) {
    refuse(terms, before, new HashSet<>());
  }

  private void refuse(ContractTerms terms, Collection<ContractTerms> before, Set<Asked> asked) {
    List<ContractTerms> alike =
        before.stream().filter(each -> each.taxScheme().equals(terms.taxScheme())).toList();
    if (alike.isEmpty()) {
      at("taxScheme", () -> schemes.named(terms.taxScheme()));
    }
    if (alike.stream().noneMatch(each -> samePlace(each, terms))) {
      place(terms);
    }
    mixedScope(terms);
    for (int i = 0; i < terms.priceLines().size(); i++) {
      PriceLine line = terms.priceLines().get(i);
      Taxed taxed = Taxed.of(line, billedFrom(line));
      if (!carriedOn(line, alike)
          && asked.add(new Asked(terms.taxScheme(), terms.placeOfSupply(), taxed))) {
        refuse(terms, line, "priceLines[" + i + "].");
      }
    }
  }

  /**
   * Refuses a price that no invoice under those terms could say.
   *
   * @return what else has to be done before it can be billed; empty if nothing
   * @throws MalformedValue as {@link #refuse(ContractTerms, Collection)}
   */
  public Optional<String> refuse(ContractTerms terms, PriceLine line) {
    return refuse(terms, line, "");
  }

  /** Why what is delivered under those terms could not be billed as they are; empty if it could. */
  public List<String> doubts(ContractTerms terms) {
    List<String> doubts = new ArrayList<>();
    doubt(doubts, () -> place(terms));
    if (doubts.isEmpty()) {
      LocalDate today = LocalDate.now(clock);
      terms.priceLines().stream()
          .filter(line -> line.until() == null || !line.until().isBefore(today))
          .forEach(line -> doubt(doubts, () -> refuse(terms, line, "").ifPresent(doubts::add)));
    }
    return doubts.stream().distinct().toList();
  }

  /** Under VAT no document says both, and what is agreed together is billed together. */
  private static void mixedScope(ContractTerms terms) {
    List<PriceLine> lines = terms.priceLines();
    long outside = lines.stream().filter(line -> line.treatment() == Treatment.NON_TAXABLE).count();
    if (terms.taxScheme().equals(TaxSchemes.EU_VAT) && outside > 0 && outside < lines.size()) {
      throw new RuleViolation(
          "tax.out-of-scope-mixed",
          "What is outside VAT cannot stand beside what is taxed: give it a contract of its own.");
    }
  }

  private void place(ContractTerms terms) {
    TaxScheme scheme = at("taxScheme", () -> schemes.named(terms.taxScheme()));
    if (terms.supply() != null) {
      schemes.refuseUnlessKnown(scheme.name(), Objects.requireNonNull(terms.supply()));
    }
    at(
        "placeOfSupply",
        () -> {
          scheme.checkPlace(terms.placeOfSupply(), terms.supply());
          return scheme;
        });
  }

  private Optional<String> refuse(ContractTerms terms, PriceLine line, String within) {
    TaxScheme scheme = at("taxScheme", () -> schemes.named(terms.taxScheme()));
    TaxableLine one =
        new TaxableLine(
            line.item(),
            BigDecimal.ONE,
            line.unit(),
            NOTHING,
            line.taxCode(),
            line.service(),
            line.treatment());
    at(
        within + "taxCode",
        () -> {
          scheme.checkCode(one);
          return scheme;
        });
    return at(
        within + "unit", () -> scheme.missingRate(one, terms.placeOfSupply(), billedFrom(line)));
  }

  /** Drafts are taxed by the rates of their day. */
  private LocalDate billedFrom(PriceLine line) {
    LocalDate today = LocalDate.now(clock);
    return line.from().isAfter(today) ? line.from() : today;
  }

  private boolean carriedOn(PriceLine line, List<ContractTerms> before) {
    Taxed taxed = Taxed.of(line, billedFrom(line));
    return before.stream()
        .flatMap(each -> each.priceLines().stream())
        .anyMatch(each -> each.item().equals(line.item()) && taxed.sameAs(each));
  }

  private static boolean samePlace(ContractTerms before, ContractTerms terms) {
    return before.placeOfSupply().equals(terms.placeOfSupply())
        && before.supply() == terms.supply();
  }

  private static <T> T at(String field, Supplier<T> asked) {
    try {
      return asked.get();
    } catch (RuleViolation refused) {
      throw new MalformedValue(refused.code(), field, refused.sentence());
    }
  }

  private static void doubt(List<String> doubts, Runnable asked) {
    try {
      asked.run();
    } catch (RuleViolation refused) {
      doubts.add(refused.sentence());
    }
  }
}
