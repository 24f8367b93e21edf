package io.dunwell.withholding;

import io.dunwell.invoices.InvoiceKind;
import io.dunwell.invoices.InvoiceView;
import io.dunwell.numbering.FiscalYear;
import io.dunwell.numbering.FiscalYears;
import io.dunwell.party.CustomerId;
import io.dunwell.party.CustomerView;
import io.dunwell.shared.Together;
import io.dunwell.tax.TaxSchemes;
import io.dunwell.tax.WithholdingDue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gathers what decides about the taxes at source of an invoice: only Indian buyers bear them. */
@Component
public class WithholdingBook {

  /** What the tax codes are subject to, as far as it is in force. */
  private static final String SUBJECTS =
      """
      select * from (
        select distinct on (wanted) wanted, v.withholding as code
          from unnest(:codes::text[]) as wanted
          join tax.v_withholding_subject v on wanted like v.code || '%' and v.valid_from <= :on
         order by wanted, length(v.code) desc, v.valid_from desc) subject
       where exists (select 1 from tax.v_withholding w
                      where w.code = subject.code and :on between w.valid_from and w.valid_until)""";

  /** What was agreed with a customer, as far as it is in force. */
  private static final String CHOICES =
      """
      select * from (
        select distinct on (code) code, applies, rate
          from withholding.withholding_choice
         where customer = :customer and (contract is null or contract = :contract)
           and valid_from <= :on
         order by code, contract nulls last, valid_from desc, recorded_at desc) choice
       where exists (select 1 from tax.v_withholding w
                      where w.code = choice.code and :on between w.valid_from and w.valid_until)""";

  private static final String CHOOSERS =
      "select distinct customer from withholding.withholding_choice";

  private static final String DEDUCTOR = "TAN";

  private final JdbcClient jdbc;
  private final WithheldTaxes taxes;
  private final FiscalYears years;
  private final WithholdingSettings settings;

  WithholdingBook(
      JdbcClient jdbc, WithheldTaxes taxes, FiscalYears years, WithholdingSettings settings) {
    this.jdbc = jdbc;
    this.taxes = taxes;
    this.years = years;
    this.settings = settings;
  }

  /**
   * What is due on the invoice. Buyers deduct when they credit or pay, whichever is earlier, and so
   * from an advance already: Income-tax Act 1961 s. 194C(1), 194J(1), 194Q(1), since 1 April 2026
   * Income-tax Act 2025 s. 393(1); CGST Act s. 51(1), "payment made or credited". The invoice that
   * sets the advance off then bears the tax on the rest only. What the seller collects is due when
   * the buyer is debited or the money is received, whichever is earlier (s. 206C(1), since 1 April
   * 2026 s. 394(1)), and so with an advance, too; the invoice bears it on everything, and what it
   * sets off has the tax of the advance in it.
   *
   * @param on the day whose law counts
   * @param before what is issued together with it, and before it
   */
  public List<WithholdingDue> due(
      InvoiceView invoice, CustomerView customer, LocalDate on, Siblings before) {
    boolean ours =
        settings.taxesAtSource()
            && invoice.basis().taxScheme().equals(TaxSchemes.IN_GST)
            && invoice.basis().currency().equals("INR")
            && customer.country().equals("IN");
    return ours
        ? policy(invoice, customer, on).decide(lines(invoice)).stream()
            .map(wanted -> due(invoice, customer, wanted, on, before))
            .toList()
        : List.of();
  }

  private WithholdingDue due(
      InvoiceView invoice,
      CustomerView customer,
      WithholdingPolicy.Wanted wanted,
      LocalDate on,
      Siblings before) {
    FiscalYear year = years.of(on);
    BigDecimal earlier =
        taxes
            .supplied(invoice, wanted.code(), year.first(), year.last())
            .add(before.supplied(invoice, wanted.code()));
    BigDecimal covered =
        isDeducted(wanted.code())
                && invoice.kind() == InvoiceKind.INVOICE
                && invoice.basis().contract() != null
            ? taxes
                .borneInAdvance(invoice, wanted.code())
                .subtract(before.covered(invoice, wanted.code()))
                .max(BigDecimal.ZERO)
            : BigDecimal.ZERO;
    boolean identified =
        customer.taxNumber("PAN").or(() -> customer.taxNumber("GSTIN")).isPresent();
    return new WithholdingDue(
        wanted.code(),
        invoice.money(earlier),
        invoice.money(covered),
        wanted.lines(),
        wanted.rate(),
        identified);
  }

  private static boolean isDeducted(String code) {
    return !code.startsWith(WithholdingPolicy.COLLECTED);
  }

  /** What tax codes are subject to on a day. */
  private record Subjects(Set<String> codes, LocalDate on) {}

  /** What was agreed about a contract of a customer. */
  private record Agreed(CustomerId customer, @Nullable UUID contract, LocalDate on) {}

  /** The customers with whom anything was ever agreed. */
  private record Choosers() {}

  private WithholdingPolicy policy(InvoiceView invoice, CustomerView customer, LocalDate on) {
    Set<String> codes =
        invoice.lines().stream()
            .map(line -> line.charge().taxCode())
            .collect(Collectors.toUnmodifiableSet());
    Subjects wanted = new Subjects(codes, on);
    Agreed agreed = new Agreed(invoice.customer(), invoice.basis().contract(), on);
    return new WithholdingPolicy(
        Together.once(wanted, () -> read(wanted)),
        hasChosen(invoice.customer()) ? Together.once(agreed, () -> read(agreed)) : Map.of(),
        customer.taxNumber(DEDUCTOR).isPresent());
  }

  /** Asked once for many, for most customers never agreed on anything. */
  private boolean hasChosen(CustomerId customer) {
    return !Together.active()
        || Together.once(new Choosers(), this::choosers).contains(customer.value());
  }

  private Set<UUID> choosers() {
    return new HashSet<>(jdbc.sql(CHOOSERS).query(UUID.class).list());
  }

  private Map<String, String> read(Subjects wanted) {
    Map<String, String> subjects = new HashMap<>();
    jdbc.sql(SUBJECTS)
        .param("codes", wanted.codes().toArray(String[]::new))
        .param("on", wanted.on())
        .query(
            row -> {
              subjects.put(row.getString("wanted"), row.getString("code"));
            });
    return subjects;
  }

  private Map<String, WithholdingPolicy.Choice> read(Agreed agreed) {
    Map<String, WithholdingPolicy.Choice> choices = new HashMap<>();
    jdbc.sql(CHOICES)
        .param("on", agreed.on())
        .param("customer", agreed.customer().value())
        .param("contract", agreed.contract())
        .query(
            row -> {
              choices.put(
                  row.getString("code"),
                  new WithholdingPolicy.Choice(
                      row.getBoolean("applies"), row.getBigDecimal("rate")));
            });
    return choices;
  }

  private static List<WithholdingPolicy.Line> lines(InvoiceView invoice) {
    return invoice.lines().stream()
        .map(
            line ->
                new WithholdingPolicy.Line(
                    line.id().toString(), line.charge().taxCode(), line.charge().service()))
        .toList();
  }
}
