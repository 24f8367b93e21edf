package io.dunwell.billing.web;

import io.dunwell.advances.AdvanceView;
import io.dunwell.advances.Advances;
import io.dunwell.billing.UnbilledRegister;
import io.dunwell.contracts.ContractId;
import io.dunwell.pages.Asked;
import io.dunwell.pages.Columns;
import io.dunwell.pages.Listed;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.stereotype.Component;

/** What the contract's page shows of its billing: a few of each, the latest first. */
@Component
class ContractBilling {

  private static final int SHOWN = 5;

  private final Lists lists;
  private final Advances advances;
  private final UnbilledRegister register;
  private final Clock clock;

  ContractBilling(Lists lists, Advances advances, UnbilledRegister register, Clock clock) {
    this.lists = lists;
    this.advances = advances;
    this.register = register;
    this.clock = clock;
  }

  /** A few of many. */
  record Few<T>(List<T> rows, long total) {

    public boolean isEmpty() {
      return total == 0;
    }
  }

  /** What was billed and what is still to be billed. */
  record Shown(Few<OpenLineRow> open, Few<InvoiceRow> invoices, Few<AdvanceView> advances) {}

  /** What there is about that contract now. */
  public Shown of(UUID contract) {
    UUID today = register.of(LocalDate.now(clock), null);
    Query invoices =
        InvoiceRow.query(Map.of())
            .where("i.contract = :on", "on", contract)
            .where("i.kind <> 'ADVANCE'");
    List<AdvanceView> asked = advances.list(new ContractId(contract), null);
    return new Shown(
        few(OpenLineRow.COLUMNS, OpenLineRow.of(contract, today), OpenLineRow::read),
        few(InvoiceRow.COLUMNS, invoices, InvoiceRow::read),
        new Few<>(asked.stream().limit(SHOWN).toList(), asked.size()));
  }

  private <T> Few<T> few(Columns<T> columns, Query query, RowMapper<T> mapper) {
    Listed<T> first = lists.of(columns, query, mapper).page(Asked.of("", Map.of("size", "10")));
    return new Few<>(first.rows().stream().limit(SHOWN).toList(), first.total());
  }
}
