package io.dunwell.tax;

import io.dunwell.shared.Money;
import io.dunwell.shared.RuleViolation;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * The taxes at source there are: sellers collect on scrap (Income-tax Act 1961 s. 206C(1), from 1
 * April 2026 Income-tax Act 2025 s. 394(1)), buyers deduct on contracts (s. 194C), professional and
 * technical services (s. 194J) and goods (s. 194Q), since then all in s. 393(1). Collection on
 * goods in general, s. 206C(1H), ended with 31 March 2025.
 */
@Service
@Transactional(readOnly = true)
public class TaxesAtSource {

  private static final Currency RUPEES = Currency.getInstance("INR");

  private final JdbcClient jdbc;

  TaxesAtSource(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /**
   * A tax at source as the law of some day has it.
   *
   * @param code for example {@code TDS-CONTRACT}
   * @param kind collected by the seller or deducted by the buyer
   * @param law Act and section
   * @param ratePercent the rate
   * @param threshold per fiscal year and customer, in rupees; nought where there is none
   * @param since the first day of this law
   */
  public record Section(
      String code,
      Withholding.Kind kind,
      String law,
      BigDecimal ratePercent,
      Money threshold,
      LocalDate since) {}

  /** Those in force on a day, by code. */
  public List<Section> inForce(LocalDate on) {
    return jdbc.sql(
            """
            select code, kind, law, rate, threshold, valid_from from tax.withholding
             where valid_from <= :on and coalesce(valid_until, 'infinity') >= :on
             order by code""")
        .param("on", on)
        .query(TaxesAtSource::section)
        .list();
  }

  private static Section section(ResultSet row, int number) throws SQLException {
    return new Section(
        row.getString("code"),
        Withholding.Kind.valueOf(row.getString("kind")),
        row.getString("law"),
        Charge.plain(row.getBigDecimal("rate")),
        Money.rounded(row.getBigDecimal("threshold"), RUPEES),
        row.getObject("valid_from", LocalDate.class));
  }

  /** Every tax at source that ever was in force, by code. */
  public List<String> codes() {
    return jdbc.sql("select distinct code from tax.withholding order by code")
        .query(String.class)
        .list();
  }

  /**
   * Refuses a code that there is none of.
   *
   * @throws RuleViolation {@code withholding.not-known}
   */
  public void refuseUnlessKnown(String code) {
    List<String> codes = codes();
    if (!codes.contains(code)) {
      throw new RuleViolation(
          "withholding.not-known",
          "There is no tax at source " + code + "; there are " + String.join(", ", codes) + ".");
    }
  }
}
