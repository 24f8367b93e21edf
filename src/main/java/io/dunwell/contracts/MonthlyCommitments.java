package io.dunwell.contracts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** What customers of contracts that are billed by the month commit to buy, month by month. */
@Service
@Transactional(readOnly = true)
public class MonthlyCommitments {

  private static final String COMMITTED =
      """
      select a.contract, min(a.valid_from) as begins,
             (min(a.recorded_at) at time zone ?)::date as recorded_on
      from contracts.agreement a
      where a.contract in (
        select g.contract from contracts.agreement g
        join contracts.price_line p on p.agreement = g.id
        where p.minimum_commitment is not null and g.billing_rule = 'MONTHLY'
          and g.contract = any(cast(? as uuid[])))
      group by a.contract order by a.contract""";

  private static final String WITH_COMMITMENTS =
      """
      select distinct g.contract from contracts.agreement g
      join contracts.price_line p on p.agreement = g.id
      where p.minimum_commitment is not null and g.billing_rule = 'MONTHLY'""";

  private static final String DELIVERED =
      """
      select distinct d.contract, date_trunc('month', d.delivered_on::timestamp)::date
      from contracts.delivery d
      where d.contract = any(cast(? as uuid[])) and d.kind <> 'RETURN'""";

  private final AgreedContracts contracts;
  private final JdbcClient jdbc;
  private final Clock clock;

  MonthlyCommitments(AgreedContracts contracts, JdbcClient jdbc, Clock clock) {
    this.contracts = contracts;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  private record Known(UUID contract, LocalDate begins, LocalDate recordedOn) {}

  /** The contracts on which anything was ever committed for. */
  public Set<ContractId> contracts() {
    return jdbc.sql(WITH_COMMITMENTS).query(UUID.class).list().stream()
        .map(ContractId::new)
        .collect(Collectors.toSet());
  }

  /**
   * The commitments of these contracts for all months that are over by a day. Months that were over
   * before a contract was written down count only where something was delivered in them: what lies
   * before is not ours to bill.
   */
  public List<Commitment> until(LocalDate day, Set<ContractId> of) {
    List<Known> known =
        jdbc.sql(COMMITTED)
            .params(
                clock.getZone().getId(),
                of.stream().map(each -> each.value().toString()).toArray(String[]::new))
            .query(
                (row, n) ->
                    new Known(
                        row.getObject(1, UUID.class),
                        row.getObject(2, LocalDate.class),
                        row.getObject(3, LocalDate.class)))
            .list();
    List<UUID> ids = known.stream().map(Known::contract).toList();
    Map<UUID, Contract> agreed = new HashMap<>();
    contracts.findByIdIn(ids).forEach(each -> agreed.put(each.id().value(), each));
    Map<UUID, Set<YearMonth>> delivered = delivered(ids);
    List<Commitment> commitments = new ArrayList<>();
    for (Known each : known) {
      Contract contract = agreed.get(each.contract());
      if (contract != null) {
        Versions versions = new Versions(contract);
        months(each, delivered.getOrDefault(each.contract(), Set.of()), day)
            .forEach(month -> commitments.addAll(versions.commitments(month)));
      }
    }
    return commitments;
  }

  private Map<UUID, Set<YearMonth>> delivered(List<UUID> ids) {
    Map<UUID, Set<YearMonth>> delivered = new HashMap<>();
    jdbc.sql(DELIVERED)
        .param((Object) ids.stream().map(UUID::toString).toArray(String[]::new))
        .query(
            row -> {
              delivered
                  .computeIfAbsent(row.getObject(1, UUID.class), id -> new HashSet<>())
                  .add(YearMonth.from(row.getObject(2, LocalDate.class)));
            });
    return delivered;
  }

  private static Set<YearMonth> months(Known known, Set<YearMonth> delivered, LocalDate day) {
    YearMonth first = YearMonth.from(known.begins());
    YearMonth recorded = YearMonth.from(known.recordedOn());
    YearMonth next = YearMonth.from(day.plusDays(1));
    Set<YearMonth> months = new TreeSet<>();
    for (YearMonth month = recorded.isBefore(first) ? first : recorded;
        month.isBefore(next);
        month = month.plusMonths(1)) {
      months.add(month);
    }
    delivered.stream()
        .filter(month -> !month.isBefore(first) && month.isBefore(next))
        .forEach(months::add);
    return months;
  }

  /** A contract's versions, each read once. */
  private static final class Versions {

    private final Contract contract;
    private final Map<Agreement, ContractView> views = new HashMap<>();

    Versions(Contract contract) {
      this.contract = contract;
    }

    List<Commitment> commitments(YearMonth month) {
      Map<String, PriceLine> last = new HashMap<>();
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        LocalDate on = month.atDay(day);
        ContractView view = view(on);
        if (counts(view, on)) {
          view.priceLines().stream()
              .filter(line -> line.on(on) && line.minimumCommitment() != null)
              .forEach(line -> last.put(line.item(), line));
        }
      }
      return last.entrySet().stream()
          .sorted(Map.Entry.comparingByKey())
          .map(each -> commitment(each.getKey(), month, each.getValue()))
          .toList();
    }

    private Commitment commitment(String item, YearMonth month, PriceLine last) {
      return new Commitment(
          contract.id(),
          item,
          month,
          ContractPricing.commitment(on -> line(item, on), month, contract.currency()),
          last);
    }

    private Optional<PriceLine> line(String item, LocalDate on) {
      ContractView view = view(on);
      return counts(view, on) ? view.priceLine(item, on) : Optional.empty();
    }

    private static boolean counts(ContractView view, LocalDate on) {
      return view.billingRule() == BillingRule.MONTHLY && view.on(on);
    }

    private ContractView view(LocalDate on) {
      return views.computeIfAbsent(contract.inForce(on), Agreement::view);
    }
  }
}
