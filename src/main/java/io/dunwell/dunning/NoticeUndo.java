package io.dunwell.dunning;

import io.dunwell.dunning.Withdrawals.Standing;
import io.dunwell.shared.Actor;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Gives items and case back the standing they had before an act. */
@Component
class NoticeUndo {

  private static final String LEVELS =
      """
      update dunning.item_level l
      set level = l.level - 1,
          raised_on = (select max(n.acted_on) from dunning.notice n
                       join dunning.notice_line i on i.notice = n.id
                       where i.item = l.item and i.raised and n.status = 'DONE' and n.id <> :notice)
      from dunning.notice_line i
      where i.notice = :notice and i.raised and i.item = l.item and l.level > 0
      """;

  private static final String COURTESIES =
      """
      update dunning.item_level l set courtesy_on = null
      from dunning.notice_line i join dunning.notice n on n.id = i.notice
      where n.id = :notice and n.stage = 0 and i.item = l.item and l.courtesy_on = n.acted_on
      """;

  private static final String CASE =
      """
      update dunning.dunning_case c
      set (stage, stage_on) = (select n.stage, n.acted_on from dunning.notice n
                               where n.case_id = c.id and n.status = 'DONE' and n.id <> :notice
                               order by n.acted_on desc limit 1)
      where c.id = (select case_id from dunning.notice where id = :notice)
      """;

  private static final String NOTICE =
      """
      update dunning.notice
      set status = :status, closed_why = :why, closed_on = :on, closed_by = :by where id = :notice
      """;

  private final JdbcClient jdbc;

  NoticeUndo(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  boolean hasLater(Standing notice) {
    return jdbc.sql(
            """
            select exists (select 1 from dunning.notice
                           where customer = ? and currency = ? and acted_on > ? and status = 'DONE')
            """)
        .params(notice.customer(), notice.currency(), notice.actedOn())
        .query(Boolean.class)
        .single();
  }

  void undo(Standing notice, String status, String why, LocalDate on, Actor by) {
    for (String sql : new String[] {LEVELS, COURTESIES, CASE}) {
      jdbc.sql(sql).param("notice", notice.id()).update();
    }
    jdbc.sql(NOTICE)
        .param("notice", notice.id())
        .param("status", status)
        .param("why", why)
        .param("on", on)
        .param("by", by.name())
        .update();
  }

  /** The address was not to blame: it may be used again. */
  void forgiveAddress(Standing notice) {
    jdbc.sql("update dunning.notice set address = null where id = ?").param(notice.id()).update();
  }
}
