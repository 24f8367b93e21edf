package io.dunwell.platform;

import static org.assertj.core.api.Assertions.assertThat;

import io.dunwell.DunwellTest;
import io.dunwell.shared.Books;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@DunwellTest
class BooksTests {

  @Autowired JdbcTemplate jdbc;
  @Autowired BooksDataSource dataSource;

  @Test
  void aTestWorksInBooksOfItsOwn() {
    assertThat(Books.current().live()).isFalse();
    assertThat(jdbc.queryForObject("select current_database()", String.class))
        .isEqualTo(dataSource.databaseOf(Books.current()));
  }

  @Test
  void whatIsWrittenInOneSetOfBooksIsNotSeenInAnother() {
    jdbc.execute("create table public.only_here (x int)");

    Integer elsewhere =
        Books.LIVE.within(
            () ->
                jdbc.queryForObject(
                    "select count(*) from information_schema.tables where table_name = 'only_here'",
                    Integer.class));

    assertThat(elsewhere).isZero();
  }
}
