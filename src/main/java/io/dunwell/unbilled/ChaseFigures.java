package io.dunwell.unbilled;

import io.dunwell.billing.UnbilledRegister;
import java.time.Clock;
import java.time.LocalDate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;

/** How much is unbilled past its limit, as a count that the register shows line by line. */
@Service
public class ChaseFigures {

  private final UnbilledRegister register;
  private final JdbcClient jdbc;
  private final Clock clock;

  ChaseFigures(UnbilledRegister register, JdbcClient jdbc, Clock clock) {
    this.register = register;
    this.jdbc = jdbc;
    this.clock = clock;
  }

  /** How many lines of today's unbilled register somebody is asked about. */
  public long asked() {
    return jdbc.sql(
            """
            select count(*) from unbilled.chase c
            join billing.v_register_line u on u.root = c.root and u.register = ?
            where c.ended_on is null""")
        .param(register.of(LocalDate.now(clock), null))
        .query(Long.class)
        .single();
  }
}
