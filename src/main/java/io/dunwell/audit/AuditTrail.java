package io.dunwell.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.shared.Page;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What was done, by whom, to what: for auditors to read. */
@Service
@Transactional(readOnly = true)
public class AuditTrail {

  private static final TypeReference<LinkedHashMap<String, String>> DETAILS =
      new TypeReference<>() {};

  private final JdbcClient jdbc;
  private final ObjectMapper json;

  AuditTrail(JdbcClient jdbc, ObjectMapper json) {
    this.jdbc = jdbc;
    this.json = json;
  }

  /** A page of the acts that fit, the latest first. */
  public Page<ActView> find(ActQuery query, int page, int size) {
    Map<String, Object> params = new LinkedHashMap<>();
    String where = where(query, params);
    long total =
        jdbc.sql("select count(*) from audit.act" + where)
            .params(params)
            .query(Long.class)
            .single();
    params.put("size", size);
    params.put("offset", (long) page * size);
    return new Page<>(
        jdbc.sql(
                "select * from audit.act" + where + " order by seq desc limit :size offset :offset")
            .params(params)
            .query(this::view)
            .list(),
        page,
        size,
        total);
  }

  private static String where(ActQuery query, Map<String, Object> params) {
    StringBuilder where = new StringBuilder(" where true");
    condition(where, params, "subject", "subject = :subject", query.subject());
    condition(where, params, "by", "recorded_by = :by", query.by());
    condition(where, params, "act", "(act = :act or starts_with(act, :act || '.'))", query.act());
    condition(where, params, "from", "business_on >= :from", query.from());
    condition(where, params, "to", "business_on <= :to", query.to());
    return where.toString();
  }

  private static void condition(
      StringBuilder where,
      Map<String, Object> params,
      String name,
      String sql,
      @Nullable Object value) {
    if (value != null && !value.toString().isBlank()) {
      where.append(" and ").append(sql);
      params.put(name, value);
    }
  }

  private ActView view(ResultSet row, int number) throws SQLException {
    return new ActView(
        row.getLong("seq"),
        row.getTimestamp("recorded_at").toInstant(),
        row.getObject("business_on", LocalDate.class),
        row.getString("recorded_by"),
        row.getString("act"),
        row.getString("subject_type"),
        row.getString("subject"),
        details(row.getString("details")));
  }

  private Map<String, String> details(String text) {
    try {
      return json.readValue(text, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable details: " + text, e);
    }
  }
}
