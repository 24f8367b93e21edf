package io.dunwell.tax;

import io.dunwell.shared.Together;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The rates as the database has them. */
@Component
class JdbcRateBook implements RateBook {

  private final JdbcClient jdbc;

  JdbcRateBook(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @Override
  public Rates rates(String scheme, Collection<String> codes, LocalDate on) {
    String[] beginnings =
        codes.stream()
            .flatMap(
                code -> IntStream.rangeClosed(1, code.length()).mapToObj(n -> code.substring(0, n)))
            .distinct()
            .toArray(String[]::new);
    return Together.once(
        new Asked(scheme, Set.of(beginnings), on), () -> lookUp(scheme, beginnings, on));
  }

  private record Asked(String scheme, Set<String> beginnings, LocalDate on) {}

  private Rates lookUp(String scheme, String[] beginnings, LocalDate on) {
    return new Rates(
        jdbc.sql(
                """
                select distinct on (code, component, price_up_to)
                       code, component, rate, unit, price_up_to
                  from (select *, rank() over (
                                 partition by code, component order by valid_from desc) as nth
                          from tax.rate
                         where scheme = ? and code = any (?) and valid_from <= ?) r
                 where nth = 1
                 order by code, component, price_up_to, recorded_at desc""")
            .params(scheme, beginnings, on)
            .query(
                (rs, n) ->
                    new Rates.Row(
                        rs.getString(1),
                        RateComponent.valueOf(rs.getString(2)),
                        rs.getBigDecimal(3),
                        rs.getString(4),
                        rs.getBigDecimal(5)))
            .list());
  }

  @Override
  public List<WithholdingRate> withholdings(Collection<String> codes, LocalDate on) {
    return jdbc.sql(
            """
            select distinct on (code) code, kind, law, rate, threshold, excess_only, on_gross,
                   single_threshold, rate_individual, rate_unidentified
              from tax.withholding
             where code = any (?) and valid_from <= ? and (valid_until is null or valid_until >= ?)
             order by code, valid_from desc""")
        .params(codes.toArray(String[]::new), on, on)
        .query(
            (rs, n) ->
                new WithholdingRate(
                    rs.getString("code"),
                    Withholding.Kind.valueOf(rs.getString("kind")),
                    rs.getString("law"),
                    rs.getBigDecimal("rate"),
                    rs.getBigDecimal("threshold"),
                    rs.getBoolean("excess_only"),
                    rs.getBoolean("on_gross"),
                    new WithholdingRate.Exceptions(
                        rs.getBigDecimal("single_threshold"),
                        rs.getBigDecimal("rate_individual"),
                        rs.getBigDecimal("rate_unidentified"))))
        .list();
  }
}
