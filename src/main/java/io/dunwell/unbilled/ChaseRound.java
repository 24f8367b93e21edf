package io.dunwell.unbilled;

import io.dunwell.billing.Unbilled;
import io.dunwell.billing.UnbilledItem;
import io.dunwell.contracts.ContractId;
import io.dunwell.workflow.Workflow;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Looks at everything unbilled once a day, some contracts at a time: ends the chases that are over,
 * brings the others up to date, and opens one for whatever is past its limit.
 */
@Component
class ChaseRound {

  static final String PROCESS = "unbilled-chase";

  private static final Logger LOG = LoggerFactory.getLogger(ChaseRound.class);
  private static final int AT_ONCE = 200;

  private final Unbilled unbilled;
  private final ChaseTable chases;
  private final ChaseEnds ends;
  private final ChaseBench bench;
  private final Pasts pasts;
  private final Limits limits;
  private final Owners owners;
  private final Workflow workflow;

  ChaseRound(
      Unbilled unbilled,
      ChaseTable chases,
      ChaseEnds ends,
      ChaseBench bench,
      Pasts pasts,
      Limits limits,
      Owners owners,
      Workflow workflow) {
    this.unbilled = unbilled;
    this.chases = chases;
    this.ends = ends;
    this.bench = bench;
    this.pasts = pasts;
    this.limits = limits;
    this.owners = owners;
    this.workflow = workflow;
  }

  void look(LocalDate day) {
    Function<String, Owners.Asked> asked = owners.today();
    for (Set<ContractId> some : unbilled.portions(day, chases.contracts())) {
      look(some, asked, day);
    }
    inTransaction(List.of(day), days -> chases.seen(day));
  }

  private void look(
      Set<ContractId> contracts, Function<String, Owners.Asked> asked, LocalDate day) {
    List<UnbilledItem> items = unbilled.asOf(day, contracts);
    List<UUID> roots = items.stream().map(UnbilledItem::root).toList();
    Map<UUID, Past> past = pasts.of(roots);
    Map<UUID, Limit> limit = limits.of(items, past, day);
    List<ChaseView> open = chases.open(contracts);
    Map<UUID, UnbilledItem> register =
        items.stream()
            .collect(Collectors.toMap(UnbilledItem::root, Function.identity(), (one, same) -> one));
    inChunks(List.copyOf(over(open, register, limit, day).entrySet()), this::end);
    inChunks(changed(open, register, limit, day), chases::see);
    Set<UUID> chased = open.stream().map(each -> each.item().root()).collect(Collectors.toSet());
    List<UnbilledItem> late =
        items.stream()
            .filter(item -> !chased.contains(item.root()))
            .filter(item -> !past.getOrDefault(item.root(), Past.none(item.root())).quietOn(day))
            .filter(item -> limitOf(limit, item).pastOn(day))
            .toList();
    inChunks(
        late.stream()
            .map(item -> opened(item, limitOf(limit, item), asked.apply(item.owner()), day))
            .toList(),
        this::open);
  }

  private Map<ChaseId, Ending> over(
      List<ChaseView> open,
      Map<UUID, UnbilledItem> register,
      Map<UUID, Limit> limit,
      LocalDate day) {
    Map<ChaseId, Ending> over = new HashMap<>(ends.over(open));
    for (ChaseView chase : open) {
      UnbilledItem item = register.get(chase.item().root());
      boolean same =
          item != null
              && Asks.about(item.cause()) == chase.asks()
              && limitOf(limit, item).pastOn(day);
      if (!same) {
        over.putIfAbsent(chase.id(), Ending.OVERTAKEN);
      }
    }
    return over;
  }

  /** Those that the register describes otherwise than when it was last looked at. */
  private static List<ChaseView> changed(
      List<ChaseView> open,
      Map<UUID, UnbilledItem> register,
      Map<UUID, Limit> limit,
      LocalDate day) {
    List<ChaseView> changed = new ArrayList<>();
    for (ChaseView chase : open) {
      UnbilledItem item = register.get(chase.item().root());
      if (item != null) {
        ChasedItem now = ChasedItem.of(item);
        String rule = limitOf(limit, item).because();
        if (!now.sameAs(chase.item()) || !rule.equals(chase.because())) {
          changed.add(chase.seen(now, rule, day));
        }
      }
    }
    return changed;
  }

  private static ChaseView opened(
      UnbilledItem item, Limit limit, Owners.Asked asked, LocalDate day) {
    return new ChaseView(
        ChaseId.next(),
        ChasedItem.of(item),
        Asks.about(item.cause()),
        asked.owner(),
        asked.groups(),
        day,
        limit.escalateOn(),
        null,
        null,
        null,
        day,
        limit.because(),
        limit.lateOn());
  }

  private void open(List<ChaseView> wanted) {
    List<ChaseView> opened = chases.open(wanted);
    bench.lay(opened);
    workflow.startAll(PROCESS, opened.stream().map(chase -> chase.id().toString()).toList());
  }

  private void end(List<Map.Entry<ChaseId, Ending>> some) {
    ends.end(some.stream().collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
  }

  /** Many in one transaction; if that fails each in its own, so that one harms no other. */
  private <T> void inChunks(List<T> all, Consumer<List<T>> work) {
    for (int from = 0; from < all.size(); from += AT_ONCE) {
      List<T> some = all.subList(from, Math.min(from + AT_ONCE, all.size()));
      try {
        inTransaction(some, work);
      } catch (RuntimeException e) {
        LOG.warn("Some unbilled chases failed together; each is worked alone", e);
        some.forEach(each -> alone(each, work));
      }
    }
  }

  private <T> void alone(T one, Consumer<List<T>> work) {
    try {
      inTransaction(List.of(one), work);
    } catch (RuntimeException e) {
      LOG.error("An unbilled chase failed and is tried again tomorrow: {}", one, e);
    }
  }

  private <T> void inTransaction(List<T> some, Consumer<List<T>> work) {
    workflow.inNewTransaction(
        () -> {
          work.accept(some);
          return null;
        });
  }

  private static Limit limitOf(Map<UUID, Limit> limits, UnbilledItem item) {
    Limit limit = limits.get(item.root());
    if (limit == null) {
      throw new IllegalStateException("No limit for " + item.deliveryNumber());
    }
    return limit;
  }
}
