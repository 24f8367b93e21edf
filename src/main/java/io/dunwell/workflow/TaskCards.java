package io.dunwell.workflow;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Keeps true what the cards of open tasks say. The engine copies a card's facts when a task is
 * created and never looks again; here they are written anew for all tasks at once.
 */
@Service
@Transactional
public class TaskCards {

  private static final String WITH_TASKS =
      """
      select distinct e.business_key_
      from act_ru_task t
      join act_re_procdef d on d.id_ = t.proc_def_id_ and d.key_ = :process
      join act_ru_execution e on e.id_ = t.proc_inst_id_
      where e.business_key_ is not null
      """;

  /** Revisions stay as they are: whoever completes the task meanwhile need not notice. */
  private static final String FACTS =
      """
      update act_ru_variable v set text_ = c.text, long_ = c.number
      from act_ru_task t
      join act_ru_execution e on e.id_ = t.proc_inst_id_
      join (select unnest(:keys) as key, unnest(:texts) as text, unnest(:numbers) as number) c
        on c.key = e.business_key_
      where v.execution_id_ = t.execution_id_ and v.name_ = :name
        and v.text_ is distinct from c.text
      """;

  private static final String PRIORITIES =
      """
      update act_ru_task t set priority_ = c.priority
      from act_ru_execution e
      join (select unnest(:keys) as key, unnest(:priorities) as priority) c
        on c.key = e.business_key_
      where e.id_ = t.proc_inst_id_ and t.priority_ <> c.priority
      """;

  private final JdbcClient jdbc;

  TaskCards(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** What the processes with open tasks are about. */
  @Transactional(readOnly = true)
  public List<String> businessKeys(String process) {
    return jdbc.sql(WITH_TASKS).param("process", process).query(String.class).list();
  }

  /** Writes the cards of all open tasks about these business keys. */
  public void write(Collection<Card> cards) {
    if (cards.isEmpty()) {
      return;
    }
    List<Card> all = List.copyOf(cards);
    String[] keys = all.stream().map(Card::businessKey).toArray(String[]::new);
    String[] days = all.stream().map(c -> String.valueOf(c.daysOverdue())).toArray(String[]::new);
    Long[] numbers = all.stream().map(c -> (long) c.daysOverdue()).toArray(Long[]::new);
    facts("amount", keys, all.stream().map(Card::amount).toArray(String[]::new), new Long[0]);
    facts("daysOverdue", keys, days, numbers);
    jdbc.sql(PRIORITIES)
        .param("keys", keys)
        .param("priorities", all.stream().map(Card::priority).toArray(Integer[]::new))
        .update();
  }

  private void facts(String name, String[] keys, String[] texts, Long[] numbers) {
    jdbc.sql(FACTS)
        .param("name", name)
        .param("keys", keys)
        .param("texts", texts)
        .param("numbers", numbers)
        .update();
  }

  /**
   * What a card says.
   *
   * @param businessKey what its process is about
   * @param amount as people read it
   */
  public record Card(String businessKey, String amount, int daysOverdue, int priority) {}
}
