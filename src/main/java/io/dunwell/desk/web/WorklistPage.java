package io.dunwell.desk.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.resolution.FollowUps;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.workflow.Cockpit;
import io.dunwell.workflow.Tasks;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The collector's day: the accounts with a case, what matters most first. */
@DeskPage
@PreAuthorize("hasAnyRole('COLLECTOR', 'MANAGER', 'ADMIN', 'AUDITOR')")
class WorklistPage {

  private static final String FROM =
      """
      dunning.v_case k join party.v_customer c on c.id = k.customer
      left join lateral (
        select i.overdue, i.oldest_on, i.overdue * (:today - i.oldest_on) as weight,
          (select step from dunning.v_notice n where n.case_id = k.id and n.status <> 'WITHDRAWN'
            order by n.acted_on desc limit 1) as step,
          (select min(f.due_on) from resolution.v_follow_up f
            where f.customer = k.customer and f.done_on is null) as call_on,
          (select sum(coalesce(h.amount, o.open)) from resolution.v_hold h
            join receivables.v_open_item o on o.id = h.item
            where o.customer = k.customer and o.currency = k.currency and o.open > 0
              and h.from_on <= :today and (h.until_on is null or h.until_on >= :today)
              and (h.released_on is null or h.released_on > :today)) as held
        from (select sum(o.open) as overdue, min(o.due_on) as oldest_on
          from receivables.v_open_item o
          where o.customer = k.customer and o.currency = k.currency and o.open > 0
            and o.due_on < :today) i
      ) deco on true""";

  private static final Map<String, String> SORTS =
      Map.of(
          "weight", "deco.weight",
          "name", "lower(c.name)",
          "collector", "c.collector",
          "step", "k.stage",
          "last", "k.stage_on",
          "overdue", "deco.overdue",
          "oldest", "deco.oldest_on",
          "call", "deco.call_on");

  private static final Columns<WorkRow> COLUMNS =
      Columns.<WorkRow>of("worklist")
          .text("customer", "customers.number", WorkRow::number)
          .text("name", "customers.name", WorkRow::name)
          .text("collector", "customers.collector", WorkRow::collector)
          .word("step", "policies.step", "step.", WorkRow::step)
          .date("last", "worklist.last", WorkRow::stageOn)
          .text("currency", "customers.currency", r -> r.overdue().currency())
          .amount("overdue", "customers.overdue", WorkRow::overdue)
          .amount("held", "item.onhold", WorkRow::held)
          .date("oldest", "customers.oldest", WorkRow::oldestOn)
          .date("call", "worklist.call", WorkRow::callOn);

  private static final Columns<FollowUpRow> FOLLOW_UPS =
      Columns.<FollowUpRow>of("follow-ups")
          .date("due", "followup.due", FollowUpRow::dueOn)
          .text("customer", "receipts.customer", FollowUpRow::name)
          .word("kind", "followup.kind", "followup.", FollowUpRow::kind)
          .text("text", "followup.what", FollowUpRow::text);

  private static final List<String> STEPS =
      List.of(
          "COURTESY_NOTE",
          "REMINDER",
          "SECOND_REMINDER",
          "CALL",
          "FINAL_NOTICE",
          "MANAGEMENT_ESCALATION",
          "LEGAL_REFERRAL");

  /** What the list is narrowed to. */
  record Filter(@Nullable String q, @Nullable String collector, @Nullable Integer stage) {}

  private final Lists lists;
  private final FollowUps followUps;
  private final Cockpit cockpit;
  private final Tasks tasks;
  private final Notes notes;
  private final Clock clock;

  WorklistPage(
      Lists lists, FollowUps followUps, Cockpit cockpit, Tasks tasks, Notes notes, Clock clock) {
    this.lists = lists;
    this.followUps = followUps;
    this.cockpit = cockpit;
    this.tasks = tasks;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/worklist")
  ModelAndView worklist(@RequestParam Map<String, String> params, Filter filter) {
    ListPage page = lists.page("desk/worklist", params);
    Query due = followUps(params.getOrDefault("followUps.q", ""));
    page.also("followUps", lists.of(FOLLOW_UPS, due, FollowUpRow::read));
    List<String> cases =
        page.list("work", lists.of(COLUMNS, query(filter), WorkRow::read)).stream()
            .map(row -> row.caseId().toString())
            .toList();
    return page.with("filter", filter)
        .with("steps", STEPS)
        .with("cockpit", cockpit.linksTo(cases))
        .with("tasks", tasks.about(cases))
        .answer();
  }

  @PostMapping("/follow-ups/{id}")
  @PreAuthorize("hasAnyRole('COLLECTOR', 'MANAGER', 'ADMIN')")
  String done(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    followUps.done(id, LocalDate.now(clock), new Actor(by.getName()));
    notes.add(flash, "followup.done");
    return "redirect:/worklist";
  }

  private Query followUps(String q) {
    return Query.select(
            "f.*, c.name", "resolution.v_follow_up f join party.v_customer c on c.id = f.customer")
        .with("today", LocalDate.now(clock))
        .where("f.done_on is null and f.due_on <= :today")
        .find(q, "c.name", "c.number", "f.text")
        .sortedBy(
            Map.of("due", "f.due_on", "customer", "lower(c.name)", "kind", "f.kind"),
            "due",
            "f.id");
  }

  private Query query(Filter filter) {
    return Query.select(
            "k.id, k.customer, k.currency, k.stage_on, c.number, c.name, c.collector, deco.step,"
                + " deco.overdue, deco.oldest_on, deco.held, deco.call_on",
            FROM.replace("\n", " "))
        .with("today", LocalDate.now(clock))
        .where("k.closed_on is null")
        .find(filter.q() == null ? "" : filter.q(), "c.number", "c.name")
        .where("c.collector = :collector", "collector", filter.collector())
        .where("k.stage = :stage", "stage", filter.stage())
        .sortedBy(SORTS, "-weight", "c.number, k.currency");
  }
}
