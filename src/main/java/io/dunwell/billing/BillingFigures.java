package io.dunwell.billing;

import io.dunwell.invoices.InvoiceStatus;
import java.time.Clock;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much billing work waits, as counts that lists show row by row. */
@Service
public class BillingFigures {

  private record Counted(InvoiceStatus status, long count) {}

  private final UnbilledRegister register;
  private final JdbcClient jdbc;
  private final Clock clock;

  BillingFigures(UnbilledRegister register, JdbcClient jdbc, Clock clock) {
    this.register = register;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many billing documents are on their way in each state; nothing for a state without any. */
  public Map<InvoiceStatus, Long> onTheirWay() {
    Map<InvoiceStatus, Long> counts = new EnumMap<>(InvoiceStatus.class);
    jdbc.sql(
            """
            select status, count(*) as count from billing.invoice
            where status not in ('ISSUED', 'WITHDRAWN') and status <> 'CANCELLED'
            group by status""")
        .query(Counted.class)
        .list()
        .forEach(each -> counts.put(each.status(), each.count()));
    return counts;
  }

  /** How many lines of today's unbilled register a billing run would bill. */
  public long readyToBill() {
    return jdbc.sql(
            "select count(*) from billing.register_line where register = ? and cause = 'READY'")
        .param(register.of(LocalDate.now(clock), null))
        .query(Long.class)
        .single();
  }
}
