package io.dunwell.unbilled;

import io.dunwell.billing.Cause;
import io.dunwell.contracts.ContractId;
import io.dunwell.shared.Money;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The table of chases. */
@Component
class ChaseTable {

  private static final String OPEN =
      """
      insert into unbilled.chase
        (id, root, asks, owner, team, opened_on, escalate_on, seen_on, delivery, delivery_number,
         delivered_on, item, description, quantity, customer, customer_number, customer_name,
         contract, contract_number, currency, value, cause, why, because, late_since)
      values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
      on conflict (root) where ended_on is null do nothing
      """;

  private static final String SEE =
      """
      update unbilled.chase
      set seen_on = ?, delivery = ?, delivery_number = ?, quantity = ?, customer_name = ?,
          contract_number = ?, value = ?, cause = ?, why = ?, because = ?
      where id = ? and ended_on is null
      """;

  private static final String END =
      """
      with locked as (
        select id from unbilled.chase
        where id = any(cast(:ids as uuid[])) and ended_on is null order by id for update)
      update unbilled.chase c set ended_on = :on, ended_as = :as
      from locked where c.id = locked.id
      returning c.id
      """;

  private final JdbcClient jdbc;
  private final JdbcOperations batches;

  ChaseTable(JdbcClient jdbc, JdbcOperations batches) {
    this.jdbc = jdbc;
    this.batches = batches;
  }

  /** Opens them, except where one is open already; returns those that are open now. */
  List<ChaseView> open(List<ChaseView> chases) {
    batches.batchUpdate(OPEN, chases.stream().map(ChaseTable::values).toList());
    Set<UUID> there =
        new HashSet<>(
            jdbc.sql("select id from unbilled.chase where id = any(cast(? as uuid[]))")
                .param(texts(chases.stream().map(ChaseView::id).toList()))
                .query(UUID.class)
                .list());
    return chases.stream().filter(chase -> there.contains(chase.id().value())).toList();
  }

  /** All of them have been looked at on that day. */
  void seen(LocalDate day) {
    jdbc.sql("update unbilled.chase set seen_on = ? where ended_on is null and seen_on <> ?")
        .params(day, day)
        .update();
  }

  /** Writes down what the register says of them now. */
  void see(List<ChaseView> chases) {
    batches.batchUpdate(
        SEE,
        chases.stream()
            .sorted(Comparator.comparing(c -> c.id().toString()))
            .map(
                c ->
                    new @Nullable Object[] {
                      c.seenOn(),
                      c.item().delivery(),
                      c.item().deliveryNumber(),
                      c.item().quantity(),
                      c.item().customerName(),
                      c.item().contractNumber(),
                      amount(c.item()),
                      c.item().cause().name(),
                      c.item().why(),
                      c.because(),
                      c.id().value()
                    })
            .toList());
  }

  /** Ends them; returns those that were open until now. */
  List<ChaseId> end(Collection<ChaseId> ids, Ending as, LocalDate on) {
    return jdbc
        .sql(END)
        .param("on", on)
        .param("as", as.name())
        .param("ids", texts(ids))
        .query(UUID.class)
        .list()
        .stream()
        .map(ChaseId::new)
        .toList();
  }

  void escalated(ChaseId id, LocalDate on) {
    jdbc.sql(
            "update unbilled.chase set escalated_on = coalesce(escalated_on, ?) where id = ?"
                + " and ended_on is null")
        .params(on, id.value())
        .update();
  }

  /** Somebody else is asked from now on; false if it is over. */
  boolean handOn(ChaseId id, String owner, List<String> groups) {
    return jdbc.sql(
                "update unbilled.chase set owner = ?, team = ? where id = ? and ended_on is null")
            .params(owner, String.join(",", groups), id.value())
            .update()
        == 1;
  }

  void escalateLater(ChaseId id, LocalDate on) {
    jdbc.sql("update unbilled.chase set escalate_on = ? where id = ? and ended_on is null")
        .params(on, id.value())
        .update();
  }

  Optional<ChaseView> find(ChaseId id) {
    return jdbc.sql("select * from unbilled.chase where id = ?")
        .param(id.value())
        .query(ChaseTable::row)
        .optional();
  }

  List<ChaseView> open() {
    return jdbc.sql("select * from unbilled.chase where ended_on is null")
        .query(ChaseTable::row)
        .list();
  }

  /** Those of some contracts. */
  List<ChaseView> open(Set<ContractId> contracts) {
    return jdbc.sql(
            """
            select * from unbilled.chase
            where ended_on is null and contract = any(cast(? as uuid[]))""")
        .param(texts(contracts.stream().map(ContractId::value).toList()))
        .query(ChaseTable::row)
        .list();
  }

  /** The contracts with open chases. */
  Set<ContractId> contracts() {
    return jdbc
        .sql("select distinct contract from unbilled.chase where ended_on is null")
        .query(UUID.class)
        .list()
        .stream()
        .map(ContractId::new)
        .collect(Collectors.toSet());
  }

  /**
   * The next open chases that were opened before they were last looked at.
   *
   * @param after the id of the last one that was read; null at first
   */
  List<ChaseView> olderOnes(@Nullable ChaseId after, int atMost) {
    return jdbc.sql(
            """
            select * from unbilled.chase
            where ended_on is null and opened_on < seen_on
              and id > coalesce(cast(? as uuid), '00000000-0000-0000-0000-000000000000')
            order by id limit ?""")
        .params(after == null ? null : after.toString(), atMost)
        .query(ChaseTable::row)
        .list();
  }

  List<ChaseView> openOfDelivery(UUID delivery) {
    return jdbc.sql(
            """
            select * from unbilled.chase
            where ended_on is null and (delivery = :id or root in (
              select r.root from billing.v_delivery_root r where r.delivery = :id))
            """)
        .param("id", delivery)
        .query(ChaseTable::row)
        .list();
  }

  List<ChaseView> openOfInvoice(UUID invoice) {
    return jdbc.sql(
            """
            select c.* from unbilled.chase c
            join billing.v_billed_root b on b.root = c.root
            where b.invoice = ? and c.ended_on is null
            """)
        .param(invoice)
        .query(ChaseTable::row)
        .list();
  }

  static String[] texts(Collection<?> ids) {
    return ids.stream().map(Object::toString).toArray(String[]::new);
  }

  private static @Nullable Object[] values(ChaseView c) {
    ChasedItem i = c.item();
    return new @Nullable Object[] {
      c.id().value(), i.root(), c.asks().name(), c.owner(), String.join(",", c.groups()),
      c.openedOn(), c.escalateOn(), c.seenOn(), i.delivery(), i.deliveryNumber(),
      i.deliveredOn(), i.item(), i.description(), i.quantity(), i.customer(),
      i.customerNumber(), i.customerName(), i.contract(), i.contractNumber(), i.currency(),
      amount(i), i.cause().name(), i.why(), c.because(), c.lateSince()
    };
  }

  private static @Nullable BigDecimal amount(ChasedItem item) {
    return item.value() == null ? null : item.value().amount();
  }

  private static ChaseView row(ResultSet row, int n) throws SQLException {
    String ended = row.getString("ended_as");
    return new ChaseView(
        new ChaseId(row.getObject("id", UUID.class)),
        item(row),
        Asks.valueOf(row.getString("asks")),
        row.getString("owner"),
        List.of(row.getString("team").split(",")),
        row.getObject("opened_on", LocalDate.class),
        row.getObject("escalate_on", LocalDate.class),
        row.getObject("escalated_on", LocalDate.class),
        row.getObject("ended_on", LocalDate.class),
        ended == null ? null : Ending.valueOf(ended),
        row.getObject("seen_on", LocalDate.class),
        row.getString("because"),
        row.getObject("late_since", LocalDate.class));
  }

  private static ChasedItem item(ResultSet row) throws SQLException {
    String currency = row.getString("currency");
    BigDecimal value = row.getBigDecimal("value");
    return new ChasedItem(
        row.getObject("root", UUID.class),
        row.getObject("delivery", UUID.class),
        row.getString("delivery_number"),
        row.getObject("delivered_on", LocalDate.class),
        row.getString("item"),
        row.getString("description"),
        row.getBigDecimal("quantity"),
        row.getObject("customer", UUID.class),
        row.getString("customer_number"),
        row.getString("customer_name"),
        row.getObject("contract", UUID.class),
        row.getString("contract_number"),
        currency,
        value == null ? null : Money.rounded(value, Currency.getInstance(currency)),
        Cause.valueOf(row.getString("cause")),
        row.getString("why"));
  }
}
