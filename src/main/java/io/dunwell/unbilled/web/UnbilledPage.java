package io.dunwell.unbilled.web;

import io.dunwell.billing.Cause;
import io.dunwell.billing.Unbilled;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.shared.DeskPage;
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

  private static final Columns<UnbilledRow> COLUMNS =
      Columns.<UnbilledRow>of("unbilled")
          .text("delivery", "billing.delivery", row -> row.item().deliveryNumber())
          .date("delivered", "billing.delivered", row -> row.item().deliveredOn())
          .number("age", "billing.age", row -> row.item().ageDays())
          .text("customer", "billing.customer", row -> row.item().customerName())
          .text("contract", "billing.contract", row -> row.item().contractNumber())
          .text("item", "billing.item", row -> row.item().item())
          .number("quantity", "billing.quantity", row -> row.item().quantity())
          .amount("value", "billing.value", row -> row.item().value())
          .text("owner", "billing.owner", row -> row.item().owner())
          .word("cause", "billing.cause", "billing.cause.", row -> row.item().cause())
          .text("why", "billing.why", row -> row.item().why())
          .word("standing", "unbilled.standing", "unbilled.standing.", UnbilledRow::standing)
          .date("asked", "unbilled.asked.on", UnbilledRow::askedOn)
          .text("reason", "unbilled.reason", UnbilledRow::reason)
          .date("until", "unbilled.until", UnbilledRow::until)
          .text("by", "unbilled.by", UnbilledRow::saidBy);

  private final UnbilledRows rows;
  private final Unbilled unbilled;
  private final Tasks tasks;
  private final Lists lists;
  private final Clock clock;

  UnbilledPage(UnbilledRows rows, Unbilled unbilled, Tasks tasks, Lists lists, Clock clock) {
    this.rows = rows;
    this.unbilled = unbilled;
    this.tasks = tasks;
    this.lists = lists;
    this.clock = clock;
  }

  /** What the page is narrowed to. */
  record Narrowed(@Nullable Cause cause, @Nullable Integer minAge, @Nullable String owner) {

    boolean lets(UnbilledRow row) {
      return (cause == null || row.item().cause() == cause)
          && (minAge == null || row.item().ageDays() >= minAge)
          && (owner == null || row.isOf(owner));
    }
  }

  @GetMapping("/unbilled")
  ModelAndView page(
      @RequestParam Map<String, String> params,
      @RequestParam(required = false) @Nullable LocalDate asOf,
      @RequestParam(required = false) @Nullable Cause cause,
      @RequestParam(required = false) @Nullable Integer minAge,
      @RequestParam(defaultValue = "false") boolean mine,
      Principal user) {
    LocalDate day = asOf == null ? LocalDate.now(clock) : asOf;
    Narrowed owned = new Narrowed(null, null, mine ? user.getName() : null);
    Narrowed filter = new Narrowed(cause, minAge, owned.owner());
    List<UnbilledRow> all = rows.asOf(day, null).stream().filter(owned::lets).toList();
    ListPage page = lists.page("unbilled/unbilled", params);
    List<UnbilledRow> shown =
        page.list("items", lists.of(COLUMNS, all.stream().filter(filter::lets).toList()));
    page.also("causes", lists.of(CauseSum.COLUMNS, CauseSum.of(all)));
    page.also("ages", lists.of(AgeSum.COLUMNS, AgeSum.of(all)));
    page.also("months", lists.of(MonthSum.COLUMNS, MonthSum.of(unbilled.trend(day, MONTHS))));
    return page.with("asOf", day)
        .with("filter", filter)
        .with("mine", mine)
        .with("bands", AgeBand.values())
        .with("allCauses", Cause.values())
        .with("waiting", waiting(shown))
        .answer();
  }

  /** The tasks about the shown rows, by chase. */
  private Map<String, List<TaskView>> waiting(List<UnbilledRow> shown) {
    return tasks.about(
        shown.stream()
            .map(UnbilledRow::chase)
            .filter(Objects::nonNull)
            .map(chase -> chase.id().toString())
            .toList());
  }
}
