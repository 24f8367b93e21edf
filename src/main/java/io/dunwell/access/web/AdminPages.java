package io.dunwell.access.web;

import io.dunwell.access.Users;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import io.dunwell.workflow.BusinessDays;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Person;
import java.security.Principal;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What only an administrator does: users, and moving the business date. */
@DeskPage
@PreAuthorize("hasRole('ADMIN')")
class AdminPages {

  private static final Columns<Person> COLUMNS =
      Columns.<Person>of("users")
          .text("name", "login.name", Person::name)
          .text("fullName", "customers.name", Person::fullName)
          .text("email", "details.email", Person::email)
          .text("groups", "users.groups", AdminPages::titles);

  private final Users users;
  private final BusinessDays days;
  private final Lists lists;
  private final Notes notes;

  AdminPages(Users users, BusinessDays days, Lists lists, Notes notes) {
    this.users = users;
    this.days = days;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/users")
  ModelAndView users(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("access/users", params);
    page.list("users", lists.of(COLUMNS, users.all()));
    return page.with("groups", Group.values()).answer();
  }

  @PostMapping("/users")
  String create(
      @RequestParam String name,
      @RequestParam(defaultValue = "") String fullName,
      @RequestParam(defaultValue = "") String email,
      @RequestParam(required = false) @Nullable Set<Group> groups,
      @RequestParam String password,
      Principal by,
      RedirectAttributes flash) {
    users.create(
        new Person(name, fullName.isBlank() ? name : fullName, email, orNone(groups)),
        password,
        new Actor(by.getName()));
    notes.add(flash, "users.created", name);
    return "redirect:/users";
  }

  @PostMapping("/users/{name}/groups")
  String regroup(
      @PathVariable String name,
      @RequestParam(required = false) @Nullable Set<Group> groups,
      Principal by,
      RedirectAttributes flash) {
    Person before = users.view(name);
    users.change(
        new Person(name, before.fullName(), before.email(), orNone(groups)),
        new Actor(by.getName()));
    notes.add(flash, "users.changed", name);
    return "redirect:/users";
  }

  @PostMapping("/users/{name}/password")
  String password(
      @PathVariable String name,
      @RequestParam String password,
      Principal by,
      RedirectAttributes flash) {
    users.resetPassword(name, password, new Actor(by.getName()));
    notes.add(flash, "users.password.done", name);
    return "redirect:/users";
  }

  @PostMapping("/users/{name}/removal")
  String remove(@PathVariable String name, Principal by, RedirectAttributes flash) {
    users.remove(name, new Actor(by.getName()));
    notes.add(flash, "users.removed", name);
    return "redirect:/users";
  }

  @GetMapping("/business-date")
  String businessDate(Model model) {
    model.addAttribute("day", days.today());
    return "access/business-date";
  }

  @PostMapping("/business-date")
  String move(@RequestParam LocalDate date, Principal by, RedirectAttributes flash) {
    days.moveTo(date, new Actor(by.getName()));
    notes.add(flash, "date.moved");
    return "redirect:/business-date";
  }

  private static String titles(Person person) {
    return person.groups().stream().sorted().map(Group::title).collect(Collectors.joining(", "));
  }

  private static Set<Group> orNone(@Nullable Set<Group> groups) {
    return groups == null ? Set.of() : groups;
  }
}
