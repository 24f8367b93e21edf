package io.dunwell.access.web;

import io.dunwell.access.SubstitutionView;
import io.dunwell.access.Substitutions;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import java.security.Principal;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The calendar of who stands in for whom, and who leads which department. */
@DeskPage
@PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
class SubstitutionPages {

  private static final Set<Group> DEPARTMENTS =
      EnumSet.of(Group.BILLING, Group.SALES, Group.OPERATIONS, Group.ACCOUNTS, Group.MANAGER);

  private static final Columns<SubstitutionView> COLUMNS =
      Columns.<SubstitutionView>of("substitutions")
          .text("absent", "substitutions.absent", SubstitutionView::absent)
          .text("standIn", "substitutions.standin", SubstitutionView::standIn)
          .date("from", "substitutions.from", SubstitutionView::from)
          .date("until", "substitutions.until", SubstitutionView::until)
          .text("reason", "substitutions.reason", SubstitutionView::reason);

  /** Who leads a department, null for nobody. */
  record Lead(Group department, @Nullable String person) {}

  private static final Columns<Lead> LEADS =
      Columns.<Lead>of("leads")
          .text("department", "approvals.department", lead -> lead.department().title())
          .text("person", "substitutions.lead", Lead::person);

  private final Substitutions substitutions;
  private final Identities identities;
  private final Lists lists;
  private final Notes notes;

  SubstitutionPages(Substitutions substitutions, Identities identities, Lists lists, Notes notes) {
    this.substitutions = substitutions;
    this.identities = identities;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/substitutions")
  ModelAndView calendar(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("access/substitutions", params);
    page.list("substitutions", lists.of(COLUMNS, substitutions.upcoming()));
    Map<Group, String> leads = substitutions.leads();
    page.also(
        "leads",
        lists.of(
            LEADS, DEPARTMENTS.stream().map(each -> new Lead(each, leads.get(each))).toList()));
    return page.with("people", identities.people()).answer();
  }

  @PostMapping("/substitutions")
  String plan(
      @RequestParam String absent,
      @RequestParam String standIn,
      @RequestParam LocalDate from,
      @RequestParam LocalDate until,
      @RequestParam(defaultValue = "") String reason,
      Principal by,
      RedirectAttributes flash) {
    substitutions.plan(
        absent, standIn, from, until, reason.isBlank() ? null : reason, new Actor(by.getName()));
    notes.add(flash, "substitutions.planned", standIn, absent);
    return "redirect:/substitutions";
  }

  @PostMapping("/substitutions/{id}/end")
  String end(@PathVariable UUID id, Principal by, RedirectAttributes flash) {
    substitutions.end(id, new Actor(by.getName()));
    notes.add(flash, "substitutions.ended");
    return "redirect:/substitutions";
  }

  @PostMapping("/substitutions/leads/{department}")
  String lead(
      @PathVariable Group department,
      @RequestParam String person,
      Principal by,
      RedirectAttributes flash) {
    substitutions.lead(department, person, new Actor(by.getName()));
    notes.add(flash, "substitutions.led", person, department.title());
    return "redirect:/substitutions";
  }
}
