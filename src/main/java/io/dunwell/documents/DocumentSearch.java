package io.dunwell.documents;

import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Lists what is filed page by page. */
@Component
class DocumentSearch {

  private static final Map<String, String> SORTS =
      Map.of(
          "name", "lower(d.name)",
          "subject", "d.subject",
          "type", "c.media_type",
          "size", "c.size",
          "by", "d.stored_by",
          "at", "d.stored_at");

  private final JdbcClient jdbc;
  private final Clock clock;

  DocumentSearch(JdbcClient jdbc, Clock clock) {
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /**
   * @throws RuleViolation {@code document.unsortable}
   */
  Page<DocumentView> find(DocumentQuery query, int page, int size) {
    Map<String, Object> values = new HashMap<>();
    String where = conditions(query, values);
    long total =
        jdbc.sql("select count(*) from " + Cabinet.FILED + where)
            .params(values)
            .query(Long.class)
            .single();
    return new Page<>(
        jdbc.sql(
                Cabinet.VIEW
                    + where
                    + " order by "
                    + order(query.sort())
                    + " nulls last, d.id desc limit :size offset :offset")
            .params(values)
            .param("size", size)
            .param("offset", (long) page * size)
            .query(Cabinet::row)
            .list(),
        page,
        size,
        total);
  }

  private String conditions(DocumentQuery query, Map<String, Object> values) {
    StringBuilder where = new StringBuilder(" where true");
    narrow(
        "(d.name ilike :text or d.subject ilike :text or encode(d.sha256, 'hex') ilike :text)",
        "text",
        query.text() == null ? null : "%" + literal(query.text()) + "%",
        where,
        values);
    narrow("d.subject_type = :subjectType", "subjectType", query.subjectType(), where, values);
    narrow(
        "c.media_type ilike :mediaType",
        "mediaType",
        query.mediaType() == null ? null : literal(query.mediaType()) + "%",
        where,
        values);
    narrow("d.stored_by = :by", "by", query.by(), where, values);
    narrow("d.stored_at >= :from", "from", start(query.from()), where, values);
    LocalDate until = query.until();
    narrow(
        "d.stored_at < :until",
        "until",
        start(until == null ? null : until.plusDays(1)),
        where,
        values);
    return where.toString();
  }

  private @Nullable OffsetDateTime start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(clock.getZone()).toOffsetDateTime();
  }

  private static void narrow(
      String condition,
      String name,
      @Nullable Object value,
      StringBuilder where,
      Map<String, Object> values) {
    if (value != null) {
      where.append(" and ").append(condition);
      values.put(name, value);
    }
  }

  private static String literal(String text) {
    return text.strip().replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_");
  }

  private static String order(@Nullable String sort) {
    String wanted = sort == null || sort.isBlank() ? "-at" : sort;
    boolean down = wanted.startsWith("-");
    String column = SORTS.get(down ? wanted.substring(1) : wanted);
    if (column == null) {
      throw new RuleViolation(
          "document.unsortable",
          "Documents sort by " + String.join(", ", new TreeSet<>(SORTS.keySet())) + ".");
    }
    return column + (down ? " desc" : "");
  }
}
