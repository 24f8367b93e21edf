package io.dunwell.dunning;

import io.dunwell.dunning.Decision.Act;
import io.dunwell.dunning.Decision.Line;
import io.dunwell.shared.Money;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.stereotype.Component;

/** Writes acts down: notices with frozen amounts, the levels that items climb, the letters. */
@Component
class NoticeWriter {

  private static final String NOTICE =
      """
      insert into dunning.notice (id, case_id, customer, currency, acted_on, stage, step, channel,
        status, policy, policy_version, chased, unapplied, credits, fee, interest, letter, address,
        recorded_by)
      values (?, ?, ?, ?, ?, ?, ?, ?, 'DONE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String LINE =
      """
      insert into dunning.notice_line
        (notice, position, item, number, due_on, days_overdue, open, level, raised)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?)
      """;

  private static final String RAISE =
      """
      insert into dunning.item_level (item, level, raised_on) values (?, ?, ?)
      on conflict (item) do update set level = excluded.level, raised_on = excluded.raised_on
      """;

  private static final String COURTESY =
      """
      insert into dunning.item_level (item, level, courtesy_on) values (?, 0, ?)
      on conflict (item) do update set courtesy_on = excluded.courtesy_on
      """;

  private static final String CASE =
      """
      update dunning.dunning_case set stage = ?, stage_on = ?, contact_asked_on = null where id = ?
      """;

  private final JdbcOperations jdbc;
  private final NoticeLetters letters;
  private final Charging charging;
  private final ChargePosting posting;

  NoticeWriter(
      JdbcOperations jdbc, NoticeLetters letters, Charging charging, ChargePosting posting) {
    this.jdbc = jdbc;
    this.letters = letters;
    this.charging = charging;
    this.posting = posting;
  }

  /** Writes all of them, in the caller's transaction. */
  Map<CaseId, NoticeId> writeAll(List<Plan> plans) {
    Map<CaseId, NoticeId> ids = new LinkedHashMap<>();
    if (plans.isEmpty()) {
      return ids;
    }
    plans.forEach(plan -> ids.put(plan.caseId(), NoticeId.next()));
    Map<CaseId, Charges> charges = charging.of(plans);
    Map<CaseId, NoticeLetters.Written> written = letters.writeAll(plans, charges);
    List<Object[]> notices = new ArrayList<>();
    List<Object[]> lines = new ArrayList<>();
    List<Object[]> raised = new ArrayList<>();
    List<Object[]> courtesies = new ArrayList<>();
    List<Object[]> cases = new ArrayList<>();
    for (Plan plan : plans) {
      NoticeId id = Objects.requireNonNull(ids.get(plan.caseId()));
      notices.add(
          notice(
              id,
              plan,
              charges.getOrDefault(plan.caseId(), Charges.none(plan)),
              written.getOrDefault(plan.caseId(), NoticeLetters.NONE)));
      addLines(id, plan, lines);
      addLevels(plan, raised, courtesies);
      cases.add(new Object[] {act(plan).stage(), day(plan), plan.caseId().value()});
    }
    jdbc.batchUpdate(NOTICE, notices);
    jdbc.batchUpdate(LINE, lines);
    jdbc.batchUpdate(RAISE, raised);
    jdbc.batchUpdate(COURTESY, courtesies);
    jdbc.batchUpdate(CASE, cases);
    posting.post(plans, ids, charges);
    return ids;
  }

  private static Object[] notice(
      NoticeId id, Plan plan, Charges charges, NoticeLetters.Written letter) {
    AccountFacts facts = plan.decision().facts();
    Level level = act(plan).level();
    Money chased =
        act(plan).lines().stream()
            .map(Line::open)
            .reduce(Money.zero(facts.currency()), Money::plus);
    return new Object[] {
      id.value(),
      plan.caseId().value(),
      facts.customer(),
      facts.currency().getCurrencyCode(),
      facts.day(),
      level.level(),
      level.stage().name(),
      level.channel().name(),
      facts.policy().name(),
      facts.policy().version(),
      chased.amount(),
      facts.unapplied().amount(),
      facts.credited().amount(),
      charges.fee().amount(),
      charges.interest().amount(),
      letter.letter(),
      letter.address(),
      plan.by().name()
    };
  }

  private static void addLines(NoticeId id, Plan plan, List<Object[]> lines) {
    int position = 1;
    for (Line line : act(plan).lines()) {
      ItemFacts item = line.item();
      lines.add(
          new Object[] {
            id.value(),
            position++,
            item.item(),
            item.number(),
            item.dueOn(),
            item.daysOverdue(day(plan)),
            line.open().amount(),
            line.level(),
            line.raised()
          });
    }
  }

  private static void addLevels(Plan plan, List<Object[]> raised, List<Object[]> courtesies) {
    boolean courtesy = act(plan).stage() == 0;
    for (Line line : act(plan).lines()) {
      UUID item = line.item().item();
      if (courtesy) {
        courtesies.add(new Object[] {item, day(plan)});
      } else if (line.raised()) {
        raised.add(new Object[] {item, line.level(), day(plan)});
      }
    }
  }

  private static Act act(Plan plan) {
    return Objects.requireNonNull(plan.decision().act());
  }

  private static LocalDate day(Plan plan) {
    return plan.decision().facts().day();
  }
}
