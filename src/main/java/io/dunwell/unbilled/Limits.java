package io.dunwell.unbilled;

import io.dunwell.approval.TimeLimits;
import io.dunwell.billing.Cause;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.shared.Money;
import io.dunwell.workflow.DecisionTables;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** How long things may stay unbilled; the rules are {@code unbilled-limits.dmn}. */
@Component
class Limits {

  private static final String TABLE = "unbilled-limits";

  private final DecisionTables tables;
  private final TimeLimits time;

  Limits(DecisionTables tables, TimeLimits time) {
    this.tables = tables;
    this.time = time;
  }

  /** The limits of these items on that day, by root. */
  Map<UUID, Limit> of(List<UnbilledItem> items, Map<UUID, Past> pasts, LocalDate day) {
    List<Map<String, Object>> answers =
        tables.decideEach(TABLE, items.stream().map(Limits::facts).toList());
    Map<UUID, Limit> limits = new HashMap<>();
    for (int i = 0; i < items.size(); i++) {
      UnbilledItem item = items.get(i);
      Past past = pasts.getOrDefault(item.root(), Past.none(item.root()));
      limits.put(item.root(), limit(item, past, answers.get(i), day));
    }
    return limits;
  }

  private Limit limit(UnbilledItem item, Past past, Map<String, Object> answer, LocalDate day) {
    boolean chased = Boolean.parseBoolean(String.valueOf(answer.get("chased")));
    LocalDate quiet = past.quietUntil();
    LocalDate lateOn =
        quiet != null && past.askedAgain()
            ? quiet.plusDays(1)
            : time.after(countedFrom(item, past), days(answer, "chaseAfter"));
    return new Limit(
        chased,
        lateOn,
        time.after(day, days(answer, "escalateAfter")),
        String.valueOf(answer.get("because")));
  }

  /** Patience begins anew with a draft, and with whatever ended an earlier chase. */
  private static LocalDate countedFrom(UnbilledItem item, Past past) {
    boolean onItsWay = item.cause() == Cause.IN_DRAFT || item.cause() == Cause.IN_APPROVAL;
    List<@Nullable LocalDate> days = new ArrayList<>();
    days.add(past.endedOn());
    days.add(onItsWay ? past.preparedOn() : null);
    LocalDate from = item.deliveredOn();
    for (LocalDate each : days) {
      from = each != null && each.isAfter(from) ? each : from;
    }
    return from;
  }

  private static Map<String, Object> facts(UnbilledItem item) {
    Map<String, Object> facts = new HashMap<>();
    Money value = item.value();
    facts.put("cause", item.cause().name());
    facts.put("age", item.ageDays());
    facts.put("currency", item.currency());
    facts.put(
        "value",
        value == null
            ? null
            : value.amount().abs().setScale(0, RoundingMode.FLOOR).longValueExact());
    return facts;
  }

  private static int days(Map<String, Object> answer, String name) {
    return Integer.parseInt(String.valueOf(answer.get(name)));
  }
}
