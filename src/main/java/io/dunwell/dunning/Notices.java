package io.dunwell.dunning;

import io.dunwell.shared.Money;
import io.dunwell.shared.Page;
import io.dunwell.shared.RuleViolation;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The acts of all stages, as they were frozen. */
@Service
@Transactional(readOnly = true)
public class Notices {

  private static final String FROM =
      """
      from dunning.notice n join party.v_customer v on v.id = n.customer
      where (cast(:from as date) is null or n.acted_on >= cast(:from as date))
        and (cast(:to as date) is null or n.acted_on <= cast(:to as date))
        and (cast(:customer as text) is null or v.number = cast(:customer as text))
        and (cast(:id as uuid) is null or n.id = cast(:id as uuid))
        and (cast(:invoice as text) is null
             or exists (select 1 from dunning.notice_line i
                        where i.notice = n.id and i.number = cast(:invoice as text)))
      """;

  private static final String NOTICES =
      """
      select n.*, v.number as customer_number, v.name as customer_name
      """
          + FROM
          + " order by n.acted_on, v.number, n.currency limit :limit offset :offset";

  private static final String LINES =
      """
      select l.notice, l.number, l.level, l.raised, l.open, l.days_overdue, l.due_on, n.currency
      from dunning.notice_line l join dunning.notice n on n.id = l.notice
      where l.notice = any(cast(:ids as uuid[])) order by l.notice, l.position
      """;

  private final JdbcClient jdbc;

  Notices(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  /** A page of the notices, by day, customer number and currency. */
  public Page<NoticeView> find(NoticeQuery query, int page, int size) {
    long total = ask("select count(*) " + FROM, query, null).query(Long.class).single();
    List<NoticeView> rows =
        ask(NOTICES, query, null)
            .param("limit", size)
            .param("offset", (long) page * size)
            .query(Notices::notice)
            .list();
    return new Page<>(views(rows), page, size, total);
  }

  /**
   * The notice.
   *
   * @throws RuleViolation {@code notice.unknown}
   */
  public NoticeView view(NoticeId id) {
    NoticeQuery any = new NoticeQuery(null, null, null, null);
    List<NoticeView> rows =
        ask(NOTICES, any, id.value())
            .param("limit", 1)
            .param("offset", 0L)
            .query(Notices::notice)
            .list();
    return views(rows).stream()
        .findFirst()
        .orElseThrow(() -> new RuleViolation("notice.unknown", "There is no notice " + id + "."));
  }

  private JdbcClient.StatementSpec ask(String sql, NoticeQuery query, @Nullable UUID id) {
    return jdbc.sql(sql)
        .param("from", query.from())
        .param("to", query.to())
        .param("customer", query.customer())
        .param("invoice", query.invoice())
        .param("id", id == null ? null : id.toString());
  }

  private List<NoticeView> views(List<NoticeView> bare) {
    Map<UUID, List<NoticeView.Line>> lines = lines(bare);
    return bare.stream().map(n -> n.with(lines.getOrDefault(n.id(), List.of()))).toList();
  }

  private Map<UUID, List<NoticeView.Line>> lines(List<NoticeView> notices) {
    Map<UUID, List<NoticeView.Line>> lines = new HashMap<>();
    jdbc.sql(LINES)
        .param("ids", FactQueries.texts(notices.stream().map(NoticeView::id).toList()))
        .query(
            row -> {
              lines
                  .computeIfAbsent(row.getObject("notice", UUID.class), id -> new ArrayList<>())
                  .add(line(row));
            });
    return lines;
  }

  private static NoticeView.Line line(ResultSet row) throws SQLException {
    return new NoticeView.Line(
        row.getString("number"),
        row.getInt("level"),
        row.getBoolean("raised"),
        text(row, "open"),
        row.getInt("days_overdue"),
        row.getObject("due_on", LocalDate.class));
  }

  private static NoticeView notice(ResultSet row, int n) throws SQLException {
    return new NoticeView(
        row.getObject("id", UUID.class),
        row.getString("customer_number"),
        row.getString("customer_name"),
        row.getString("currency"),
        row.getObject("acted_on", LocalDate.class),
        row.getInt("stage"),
        row.getString("step"),
        row.getString("channel"),
        row.getString("status"),
        row.getObject("letter", UUID.class),
        row.getObject("case_id", UUID.class),
        row.getString("policy"),
        row.getInt("policy_version"),
        text(row, "chased"),
        text(row, "fee"),
        text(row, "interest"),
        row.getString("closed_why"),
        List.of());
  }

  private static String text(ResultSet row, String column) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Money(row.getBigDecimal(column), currency).text();
  }
}
