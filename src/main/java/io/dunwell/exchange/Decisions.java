package io.dunwell.exchange;

import java.util.Collection;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Content that differs from the books and that a person has decided upon already. */
@Component
class Decisions {

  private final JdbcClient jdbc;

  Decisions(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  Set<String> among(Collection<String> numbers) {
    return Set.copyOf(
        jdbc.sql(
                "select content from exchange.decided_content"
                    + " where number = any(cast(:numbers as text[]))")
            .param("numbers", numbers.toArray(String[]::new))
            .query(String.class)
            .list());
  }

  void remember(ImportId id, String number, String content) {
    jdbc.sql(
            "insert into exchange.decided_content (number, content, import)"
                + " values (:number, :content, :import) on conflict do nothing")
        .param("number", number)
        .param("content", content)
        .param("import", id.value())
        .update();
  }
}
