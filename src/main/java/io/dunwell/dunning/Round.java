package io.dunwell.dunning;

import io.dunwell.dunning.AccountFacts.OpenCase;
import io.dunwell.party.CustomerId;
import io.dunwell.receivables.AccountKey;
import io.dunwell.receivables.Accounts;
import io.dunwell.shared.Actor;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Decides about some accounts and carries the decisions out, all in the caller's transaction. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class Round {

  static final String PROCESS = "collection-case";
  static final String NEXT_STEP_DUE = "nextStepDue";

  private final Accounts accounts;
  private final AccountReader reader;
  private final Cases cases;
  private final Workbench bench;
  private final Workflow workflow;

  Round(Accounts accounts, AccountReader reader, Cases cases, Workbench bench, Workflow workflow) {
    this.accounts = accounts;
    this.reader = reader;
    this.cases = cases;
    this.bench = bench;
    this.workflow = workflow;
  }

  /** Only decides, without locks: for a dry run. */
  List<Outcome> rehearse(Collection<AccountKey> keys, LocalDate day, boolean gatesCount) {
    return reader.read(keys, day, gatesCount).stream()
        .map(facts -> outcome(ChaseRules.decide(facts), null))
        .toList();
  }

  /** Decides under lock and does it. */
  List<Outcome> go(Collection<AccountKey> keys, LocalDate day, boolean gatesCount, Actor by) {
    accounts.lockAll(keys);
    List<Decision> decisions =
        reader.read(keys, day, gatesCount).stream().map(ChaseRules::decide).toList();
    Map<AccountKey, Plan> plans = plans(decisions, by);
    Map<CaseId, NoticeId> notices = carryOut(plans.values(), day);
    return decisions.stream().map(d -> outcome(d, noticeOf(plans.get(keyOf(d)), notices))).toList();
  }

  private Map<CaseId, NoticeId> carryOut(Collection<Plan> plans, LocalDate day) {
    if (plans.isEmpty()) {
      return Map.of();
    }
    Map<CaseId, AccountKey> opened = new LinkedHashMap<>();
    List<String> woken = new ArrayList<>();
    for (Plan plan : plans) {
      if (plan.decision().facts().openCase() == null) {
        opened.put(plan.caseId(), keyOf(plan.decision()));
      } else {
        woken.add(plan.caseId().toString());
      }
    }
    cases.open(opened, day);
    askForContacts(plans, day);
    bench.lay(plans);
    workflow.inOneGo(() -> tellProcesses(opened.keySet(), woken));
    return written(plans);
  }

  private void tellProcesses(Collection<CaseId> opened, List<String> woken) {
    workflow.startAll(PROCESS, opened.stream().map(CaseId::toString).toList());
    int told = workflow.tell(NEXT_STEP_DUE, woken);
    if (told != woken.size()) {
      throw new IllegalStateException(
          (woken.size() - told) + " cases do not wait for their next step; see Cockpit.");
    }
  }

  private Map<CaseId, NoticeId> written(Collection<Plan> plans) {
    Map<CaseId, NoticeId> notices = bench.write();
    for (Plan plan : plans) {
      if (plan.decision().act() != null && !notices.containsKey(plan.caseId())) {
        throw new IllegalStateException(
            "The process of case " + plan.caseId() + " did not do what is due; see Cockpit.");
      }
    }
    return notices;
  }

  private void askForContacts(Collection<Plan> plans, LocalDate day) {
    List<CaseId> asking =
        plans.stream().filter(p -> p.decision().wantsContact()).map(Plan::caseId).toList();
    if (!asking.isEmpty()) {
      cases.contactAsked(asking, day);
    }
  }

  private static Map<AccountKey, Plan> plans(List<Decision> decisions, Actor by) {
    Map<AccountKey, Plan> plans = new LinkedHashMap<>();
    for (Decision decision : decisions) {
      OpenCase open = decision.facts().openCase();
      boolean asks = decision.wantsContact() && (open == null || open.contactAskedOn() == null);
      if (decision.act() != null || asks) {
        CaseId id = open == null ? CaseId.next() : new CaseId(open.id());
        plans.put(keyOf(decision), new Plan(id, decision, by));
      }
    }
    return plans;
  }

  private static @Nullable NoticeId noticeOf(@Nullable Plan plan, Map<CaseId, NoticeId> notices) {
    return plan == null ? null : notices.get(plan.caseId());
  }

  private static Outcome outcome(Decision decision, @Nullable NoticeId notice) {
    AccountKey key = keyOf(decision);
    return decision.act() == null
        ? Outcome.skipped(key, Objects.requireNonNull(decision.reason()))
        : Outcome.acted(key, decision.act().level(), notice == null ? null : notice.value());
  }

  private static AccountKey keyOf(Decision decision) {
    return new AccountKey(new CustomerId(decision.facts().customer()), decision.facts().currency());
  }
}
