package io.dunwell.tax;

import io.dunwell.shared.RuleViolation;
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

  private final JdbcClient jdbc;

  TaxesAtSource(JdbcClient jdbc) {
    this.jdbc = jdbc;
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
