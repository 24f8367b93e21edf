package io.dunwell.platform;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import org.flywaydb.core.api.FlywayException;
import org.flywaydb.core.api.callback.Callback;
import org.flywaydb.core.api.callback.Context;
import org.flywaydb.core.api.callback.Event;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * Where a role of its own owns the tables ({@code SPRING_FLYWAY_USER}), gives the application's
 * role what it needs after each migration: to read and write, and no more than to append where a
 * table only grows.
 */
@Component
class Grants implements Callback {

  private static final String GRANT =
      """
      do $$
      declare
        app name := current_setting('dunwell.app_role');
        place name;
        growing regclass;
      begin
        for place in select nspname from pg_namespace
            where nspname = 'public' or nspowner = current_user::regrole loop
          execute format('grant usage on schema %I to %I', place, app);
          execute format(
            'grant select, insert, update, delete on all tables in schema %I to %I', place, app);
          execute format('grant usage on all sequences in schema %I to %I', place, app);
        end loop;
        for growing in select tgrelid::regclass from pg_trigger where tgname = 'only_grows' loop
          execute format('revoke update, delete, truncate on %s from %I', growing, app);
        end loop;
      end $$
      """;

  private final String applicationRole;

  Grants(@Value("${spring.datasource.username:}") String applicationRole) {
    this.applicationRole = applicationRole;
  }

  @Override
  public boolean supports(Event event, Context context) {
    return event == Event.AFTER_MIGRATE;
  }

  @Override
  public boolean canHandleInTransaction(Event event, Context context) {
    return true;
  }

  @Override
  public void handle(Event event, Context context) {
    try {
      if (!applicationRole.isEmpty() && isAnother(context.getConnection())) {
        grant(context.getConnection());
      }
    } catch (SQLException e) {
      throw new FlywayException("Cannot grant " + applicationRole + " what it needs", e);
    }
  }

  @Override
  public String getCallbackName() {
    return "grants";
  }

  private boolean isAnother(Connection owner) throws SQLException {
    return !owner.getMetaData().getUserName().equals(applicationRole);
  }

  private void grant(Connection owner) throws SQLException {
    try (PreparedStatement role =
            owner.prepareStatement("select set_config('dunwell.app_role', ?, false)");
        Statement grants = owner.createStatement()) {
      role.setString(1, applicationRole);
      role.execute();
      grants.execute(GRANT);
    }
  }
}
