package io.dunwell.desk.web;

import io.dunwell.shared.Page;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Reads lists: page by page for the screen, row by row for a file. */
@Component
class Lists {

  /** Rows on a page. */
  static final int SIZE = 50;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate streaming;

  Lists(JdbcClient jdbc, DataSource database) {
    this.jdbc = jdbc;
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(1000);
    this.streaming = new NamedParameterJdbcTemplate(template);
  }

  /** The asked page; the row mapper reads one row. */
  @Transactional(readOnly = true)
  public <T> Page<T> page(Query query, Asked asked, RowMapper<T> mapper) {
    long total = jdbc.sql(query.count()).params(query.params()).query(Long.class).single();
    var rows =
        jdbc.sql(query.rows(asked.sort()) + " limit :limit offset :offset")
            .params(query.params())
            .param("limit", SIZE)
            .param("offset", (long) asked.number() * SIZE)
            .query(mapper)
            .list();
    return new Page<>(rows, asked.number(), SIZE, total);
  }

  /** All rows in the asked order, without holding them in memory. */
  @Transactional(readOnly = true)
  public <T> void each(
      Query query, @Nullable String sort, RowMapper<T> mapper, Consumer<T> reader) {
    try (Stream<T> rows = streaming.queryForStream(query.rows(sort), query.params(), mapper)) {
      rows.forEach(reader);
    }
  }
}
