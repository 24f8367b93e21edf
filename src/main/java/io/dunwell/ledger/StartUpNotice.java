package io.dunwell.ledger;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Says at start-up how well the ledger is protected against its own application. */
@Component
class StartUpNotice {

  private static final Logger LOG = LoggerFactory.getLogger(StartUpNotice.class);

  private final JdbcClient jdbc;

  StartUpNotice(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  @EventListener(ApplicationReadyEvent.class)
  void say() {
    if (mayChangeTheLedger()) {
      LOG.info(
          "The ledger is protected by its triggers only, for the application's database role owns"
              + " the tables. Set SPRING_FLYWAY_USER and SPRING_FLYWAY_PASSWORD to a role of its"
              + " own to have the privileges withheld as well.");
    } else {
      LOG.info("The ledger is protected by its triggers and by withheld privileges.");
    }
  }

  boolean mayChangeTheLedger() {
    return jdbc.sql(
            "select has_table_privilege('ledger.entry', 'update, delete, truncate')"
                + " or has_table_privilege('ledger.posting', 'update, delete, truncate')"
                + " or pg_has_role((select relowner from pg_class"
                + " where oid = 'ledger.entry'::regclass), 'usage')")
        .query(Boolean.class)
        .single();
  }
}
