package io.dunwell.billing;

import io.dunwell.contracts.DeliveryLineId;
import io.dunwell.contracts.events.DeliveryConfirmed;
import io.dunwell.contracts.events.DeliveryReturned;
import java.util.List;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Notes what there is to bill as soon as it is delivered, and what came back. */
@Component
class BillableItems {

  private static final String NOTE =
      """
      insert into billing.billable_item
        (id, delivery_line, root, returns_of, kind, delivery, contract, customer, item,
         delivered_on, quantity)
      select gen_random_uuid(), d.id, coalesce(p.root, d.id), d.returns_of, d.kind, d.delivery,
             d.contract, d.customer, d.item, d.delivered_on,
             case when d.kind = 'RETURN' then -d.quantity else d.quantity end
      from contracts.v_delivery_line d
      left join billing.billable_item p on p.delivery_line = d.returns_of and p.part = 1
      where d.id = any(cast(? as uuid[]))
      on conflict (delivery_line, part) do nothing""";

  private final JdbcClient jdbc;
  private final Parts parts;
  private final BackBeforeBilled back;

  BillableItems(JdbcClient jdbc, Parts parts, BackBeforeBilled back) {
    this.jdbc = jdbc;
    this.parts = parts;
    this.back = back;
  }

  @EventListener
  void on(DeliveryConfirmed delivered) {
    note(delivered.lines().stream().map(DeliveryLineId::value).toList());
  }

  @EventListener
  void on(DeliveryReturned returned) {
    note(List.of(returned.line().value()));
    parts.settle(returned.line().value());
    back.takeOutOfDrafts(returned.line().value());
  }

  private void note(List<UUID> lines) {
    jdbc.sql(NOTE)
        .param((Object) lines.stream().map(UUID::toString).toArray(String[]::new))
        .update();
  }
}
