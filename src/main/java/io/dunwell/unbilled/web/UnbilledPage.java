package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.UnbilledRegister;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.shared.DeskPage;
import io.dunwell.unbilled.Chases;
import io.dunwell.workflow.TaskView;
import io.dunwell.workflow.Tasks;
import java.security.Principal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** The unbilled register: what was delivered and is not billed, why, and who is asked about it. */
@DeskPage
class UnbilledPage {

  private static final int MONTHS = 6;

  private final UnbilledList unbilled;
  private final UnbilledRegister register;
  private final Chases chases;
  private final Tasks tasks;
  private final Lists lists;
  private final Clock clock;

  UnbilledPage(
      UnbilledList unbilled,
      UnbilledRegister register,
      Chases chases,
      Tasks tasks,
      Lists lists,
      Clock clock) {
    this.unbilled = unbilled;
    this.register = register;
    this.chases = chases;
    this.tasks = tasks;
    this.lists = lists;
    this.clock = clock;
  }

  @GetMapping("/unbilled")
  ModelAndView page(
      @RequestParam Map<String, String> params,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Cause cause,
      @RequestParam(required = false) @Nullable Integer minAge,
      @RequestParam(defaultValue = "false") boolean mine,
      @RequestParam(defaultValue = "false") boolean asked,
      Principal user) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    Wanted wanted = new Wanted(day, cause, minAge, mine ? user.getName() : null, asked, null);
    ListPage page = lists.page("unbilled/unbilled", params);
    List<UnbilledRow> shown = page.list("items", unbilled.of(wanted, params.getOrDefault("q", "")));
    List<Share> shares = unbilled.shares(wanted.whole());
    page.also("causes", lists.of(CauseSum.COLUMNS, CauseSum.of(shares)));
    page.also("ages", lists.of(AgeSum.COLUMNS, AgeSum.of(shares)));
    page.also("months", lists.of(MonthSum.COLUMNS, MonthSum.of(register.trend(day, MONTHS))));
    return page.with("asOf", day)
        .with("filter", wanted)
        .with("mine", mine)
        .with("bands", AgeBand.values())
        .with("allCauses", Cause.values())
        .with("waiting", waiting(shown))
        .with("candidates", chases.candidates())
        .answer();
  }

  /** The tasks about the shown rows, by chase. */
  private Map<String, List<TaskView>> waiting(List<UnbilledRow> shown) {
    return tasks.about(
        shown.stream()
            .map(UnbilledRow::chase)
            .filter(Objects::nonNull)
            .map(asked -> asked.chase().toString())
            .toList());
  }
}
