package io.dunwell.dunning;

import io.dunwell.receivables.AccountKey;
import io.dunwell.shared.Books;
import io.dunwell.shared.Words;
import io.dunwell.workflow.TaskCards;
import io.dunwell.workflow.TaskCards.Card;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps the cards of open tasks true: an account grows older, is paid in part, or is acted upon
 * again while its task waits.
 */
@Component
class OpenTasks {

  private static final int AT_ONCE = 1000;

  private final TaskCards cards;
  private final AccountReader accounts;
  private final JdbcClient jdbc;

  OpenTasks(TaskCards cards, AccountReader accounts, JdbcClient jdbc) {
    this.cards = cards;
    this.accounts = accounts;
    this.jdbc = jdbc;
  }

  /** Writes every open task's amount, age and priority as of that day. */
  @Transactional
  public void refresh(LocalDate day) {
    List<String> open = cards.businessKeys(Round.PROCESS);
    for (int from = 0; from < open.size(); from += AT_ONCE) {
      refresh(open.subList(from, Math.min(from + AT_ONCE, open.size())), day);
    }
  }

  private void refresh(List<String> keys, LocalDate day) {
    List<OpenCase> cases = casesOf(keys);
    List<AccountFacts> facts =
        accounts.read(cases.stream().map(OpenCase::account).toList(), day, Books.current().live());
    List<Card> written = new ArrayList<>(cases.size());
    for (int i = 0; i < cases.size(); i++) {
      TaskSummary summary = TaskSummary.of(facts.get(i));
      written.add(
          new Card(
              cases.get(i).id().toString(),
              Words.money(summary.overdue()),
              summary.daysOverdue(),
              summary.priority()));
    }
    cards.write(written);
  }

  private List<OpenCase> casesOf(List<String> keys) {
    return jdbc.sql(
            """
            select id, customer, currency from dunning.dunning_case
            where id = any(cast(:ids as uuid[])) and closed_on is null
            """)
        .param("ids", keys.toArray(String[]::new))
        .query(
            (row, n) ->
                new OpenCase(
                    row.getObject("id", UUID.class),
                    AccountReader.key(
                        row.getObject("customer", UUID.class), row.getString("currency"))))
        .list();
  }

  private record OpenCase(UUID id, AccountKey account) {}
}
