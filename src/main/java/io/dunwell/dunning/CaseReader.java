package io.dunwell.dunning;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Reads cases as people see them, with their customers. */
@Component
class CaseReader {

  private static final String VIEW =
      """
      select c.id, v.number as customer, v.name, c.currency, c.opened_on, c.stage, c.stage_on,
             c.legal_decided_on, c.legal_decided_by, c.closed_on, c.close_reason
      from dunning.dunning_case c join party.v_customer v on v.id = c.customer
      """;

  private static final String FILTER =
      """
      where (cast(:open as boolean) is null or (c.closed_on is null) = cast(:open as boolean))
        and (cast(:customer as text) is null or v.number = cast(:customer as text))
      """;

  private final JdbcClient jdbc;

  CaseReader(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Optional<CaseView> one(CaseId id) {
    return jdbc.sql(VIEW + "where c.id = ?").param(id.value()).query(CaseReader::row).optional();
  }

  List<CaseView> list(@Nullable Boolean open, @Nullable String customer, int offset, int limit) {
    return jdbc.sql(VIEW + FILTER + "order by c.opened_on desc, c.id limit :limit offset :offset")
        .param("open", open)
        .param("customer", customer)
        .param("limit", limit)
        .param("offset", offset)
        .query(CaseReader::row)
        .list();
  }

  long count(@Nullable Boolean open, @Nullable String customer) {
    return jdbc.sql(
            "select count(*) from dunning.dunning_case c join party.v_customer v on v.id = c.customer "
                + FILTER)
        .param("open", open)
        .param("customer", customer)
        .query(Long.class)
        .single();
  }

  private static CaseView row(ResultSet row, int n) throws SQLException {
    return new CaseView(
        new CaseId(row.getObject("id", UUID.class)),
        row.getString("customer"),
        row.getString("name"),
        row.getString("currency"),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("stage", Integer.class),
        row.getObject("stage_on", LocalDate.class),
        row.getObject("legal_decided_on", LocalDate.class),
        row.getString("legal_decided_by"),
        row.getObject("closed_on", LocalDate.class),
        row.getString("close_reason"));
  }
}
