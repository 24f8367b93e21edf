package io.dunwell.access;

import io.dunwell.platform.Installation;
import io.dunwell.shared.BooksPreparation;
import io.dunwell.shared.CannotStart;
import io.dunwell.workflow.Group;
import io.dunwell.workflow.Identities;
import io.dunwell.workflow.Person;
import java.util.EnumSet;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Sees to it that somebody can log in: demo users, or the first administrator. */
@Component
@Order(10)
class FirstUsers implements SmartInitializingSingleton, BooksPreparation {

  private static final Logger LOG = LoggerFactory.getLogger(FirstUsers.class);
  static final String DEMO_PASSWORD = "demo";

  private final Installation installation;
  private final AccessSettings settings;
  private final Identities identities;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  FirstUsers(
      Installation installation,
      AccessSettings settings,
      Identities identities,
      JdbcTemplate jdbc,
      TransactionTemplate transaction) {
    this.installation = installation;
    this.settings = settings;
    this.identities = identities;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          // two nodes that start at once: one creates, the other finds
          jdbc.queryForList("select pg_advisory_xact_lock(hashtext('dunwell.first-users'))");
          if (installation.demo()) {
            createDemoUsers();
          } else if (!identities.anyoneIn(Group.ADMIN)) {
            createFirstAdministrator();
          }
        });
  }

  @Override
  public void prepare() {
    if (installation.demo()) {
      createDemoUsers();
    }
  }

  private void createDemoUsers() {
    for (Group group : Group.values()) {
      if (identities.person(group.id()).isEmpty()) {
        identities.create(
            new Person(
                group.id(),
                "Demo " + group.title(),
                group.id() + "@ashgrove.example.com",
                EnumSet.of(group)),
            DEMO_PASSWORD);
      }
    }
  }

  private void createFirstAdministrator() {
    String name = settings.adminUser();
    String password = settings.adminPassword();
    if (name == null || name.isBlank() || password == null || password.isBlank()) {
      throw new CannotStart(
          "There is no administrator in this database yet, and nobody could log in.",
          "Set DUNWELL_ADMIN_USER and DUNWELL_ADMIN_PASSWORD to create the first one, and start"
              + " again.");
    }
    identities.create(new Person(name, name, "", EnumSet.of(Group.ADMIN)), password);
    LOG.info("Created the first administrator, {}", name);
  }
}
