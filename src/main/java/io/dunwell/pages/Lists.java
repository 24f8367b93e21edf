package io.dunwell.pages;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.springframework.context.MessageSource;
import org.springframework.context.support.MessageSourceAccessor;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Reads lists: page by page for the screen, row by row for a file. */
@Component
public class Lists {

  private static final int ROWS_PER_FETCH = 1000;

  private final JdbcClient jdbc;
  private final NamedParameterJdbcTemplate streaming;
  private final TransactionTemplate reading;
  private final MessageSourceAccessor messages;

  Lists(
      JdbcClient jdbc,
      DataSource database,
      PlatformTransactionManager transactions,
      MessageSource messages) {
    this.jdbc = jdbc;
    JdbcTemplate template = new JdbcTemplate(database);
    template.setFetchSize(ROWS_PER_FETCH);
    this.streaming = new NamedParameterJdbcTemplate(template);
    this.reading = new TransactionTemplate(transactions);
    this.reading.setReadOnly(true);
    this.messages = new MessageSourceAccessor(messages);
  }

  /** A page with lists, as its request's parameters ask for them. */
  public ListPage page(String view, Map<String, String> params) {
    return new ListPage(view, params, messages);
  }

  /** A list that is read from the database, only as much of it as is shown. */
  public <T> Listing<T> of(Columns<T> columns, Query query, RowMapper<T> mapper) {
    return new Listing<>() {
      @Override
      public Columns<T> columns() {
        return columns;
      }

      @Override
      public Listed<T> page(Asked asked) {
        return Lists.this.page(query, asked, mapper);
      }

      @Override
      public void each(Asked asked, Consumer<T> reader) {
        Lists.this.each(query, asked, mapper, reader);
      }
    };
  }

  /** A short list that is in memory already. */
  public <T> Listing<T> of(Columns<T> columns, List<T> rows) {
    return new RowsListing<>(columns, rows, messages);
  }

  private <T> Listed<T> page(Query query, Asked asked, RowMapper<T> mapper) {
    long total = jdbc.sql(query.count()).params(query.params()).query(Long.class).single();
    List<T> rows =
        jdbc.sql(query.rows(asked.sort()) + " limit :limit offset :offset")
            .params(query.params())
            .param("limit", asked.size())
            .param("offset", asked.offset())
            .query(mapper)
            .list();
    return Listed.of(asked, rows, total, query.sort(asked.sort()));
  }

  private <T> void each(Query query, Asked asked, RowMapper<T> mapper, Consumer<T> reader) {
    reading.executeWithoutResult(
        status -> {
          try (Stream<T> rows =
              streaming.queryForStream(query.rows(asked.sort()), query.params(), mapper)) {
            rows.forEach(reader);
          }
        });
  }
}
