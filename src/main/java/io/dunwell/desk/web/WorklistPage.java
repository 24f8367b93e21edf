package io.dunwell.desk.web;

import io.dunwell.resolution.FollowUps;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.export.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
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

  private static final Download<WorkRow> FILE =
      new Download<>(
          "worklist",
          List.of(
              Column.text("Customer"),
              Column.text("Name"),
              Column.text("Collector"),
              Column.text("Step"),
              Column.date("Last act"),
              Column.text("Currency"),
              Column.amount("Overdue"),
              Column.amount("On hold"),
              Column.date("Oldest due date"),
              Column.date("Come back on")),
          r ->
              new @Nullable Object[] {
                r.number(),
                r.name(),
                r.collector(),
                r.step(),
                r.stageOn(),
                r.overdue().currency().getCurrencyCode(),
                r.overdue(),
                r.held(),
                r.oldestOn(),
                r.callOn()
              });

  /** What the list is narrowed to. */
  record Filter(@Nullable String q, @Nullable String collector, @Nullable Integer stage) {}

  private final Lists lists;
  private final Today today;
  private final FollowUps followUps;
  private final Notes notes;
  private final Clock clock;

  WorklistPage(Lists lists, Today today, FollowUps followUps, Notes notes, Clock clock) {
    this.lists = lists;
    this.today = today;
    this.followUps = followUps;
    this.notes = notes;
    this.clock = clock;
  }

  @GetMapping("/worklist")
  @Nullable String worklist(Asked asked, Filter filter, Model model, HttpServletResponse response)
      throws IOException {
    Query query = query(filter);
    if (asked.file().isPresent()) {
      FILE.send(
          response,
          asked.file().get(),
          reader -> lists.each(query, asked.sort(), WorkRow::read, reader));
      return null;
    }
    model.addAttribute("work", lists.page(query, asked, WorkRow::read));
    model.addAttribute("followUps", today.followUps());
    model.addAttribute("filter", filter);
    model.addAttribute("steps", PolicyRow.USUAL);
    return "desk/worklist";
  }

  @PostMapping("/follow-ups/{id}")
  @PreAuthorize("hasAnyRole('COLLECTOR', 'MANAGER', 'ADMIN')")
  String done(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    followUps.done(id, LocalDate.now(clock), new Actor(by.getName()));
    notes.add(flash, "followup.done");
    return "redirect:/worklist";
  }

  private Query query(Filter filter) {
    String q = filter.q();
    return Query.select(
            "k.customer, k.currency, k.stage_on, c.number, c.name, c.collector, deco.step,"
                + " deco.overdue, deco.oldest_on, deco.held, deco.call_on",
            FROM.replace("\n", " "))
        .with("today", LocalDate.now(clock))
        .where("k.closed_on is null")
        .where(
            "(c.number ilike :q or c.name ilike :q)",
            "q",
            q == null || q.isBlank() ? null : Query.containing(q))
        .where("c.collector = :collector", "collector", filter.collector())
        .where("k.stage = :stage", "stage", filter.stage())
        .sortedBy(SORTS, "-weight", "c.number, k.currency");
  }
}
