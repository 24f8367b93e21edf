package io.dunwell.billing;

import io.dunwell.contracts.events.ContractAmended;
import io.dunwell.contracts.events.ProofAttached;
import io.dunwell.contracts.events.ProofWithdrawn;
import java.util.UUID;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Notes what changes about contracts and deliveries, so that kept registers are computed again.
 * What billing itself changes its triggers note.
 */
@Component
class RegisterNews {

  private final JdbcClient jdbc;

  RegisterNews(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener
  void on(ContractAmended amended) {
    jdbc.sql("insert into billing.register_stale (contract, since) values (?, ?)")
        .params(amended.contract().value(), amended.effectiveOn())
        .update();
  }

  @EventListener
  void on(ProofAttached attached) {
    proofOf(attached.delivery().value());
  }

  @EventListener
  void on(ProofWithdrawn withdrawn) {
    proofOf(withdrawn.delivery().value());
  }

  /** A proof changes why something is not billed, and no sum. */
  private void proofOf(UUID delivery) {
    jdbc.sql(
            """
            insert into billing.register_stale (contract, since)
            select distinct contract, date 'infinity' from billing.billable_item
            where delivery = ?""")
        .param(delivery)
        .update();
  }
}
