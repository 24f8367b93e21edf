package io.dunwell.workflow;

import io.dunwell.shared.BooksPreparation;
import java.util.LinkedHashMap;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permission;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Grants each group its standing rights in the engine, at every start and in new books. */
@Component
@Order(0)
class Rights implements SmartInitializingSingleton, BooksPreparation {

  private final AuthorizationService authorizations;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  Rights(AuthorizationService authorizations, JdbcTemplate jdbc, TransactionTemplate transaction) {
    this.authorizations = authorizations;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    prepare();
  }

  @Override
  public void prepare() {
    transaction.executeWithoutResult(
        status -> {
          // two nodes that start at once grant one after the other
          jdbc.queryForList("select pg_advisory_xact_lock(hashtext('dunwell.rights'))");
          wanted().forEach(this::grant);
        });
  }

  /** The last word on a group and thing wins: rights are listed from everyone to the few. */
  private static Map<String, StandingRight> wanted() {
    Map<String, StandingRight> wanted = new LinkedHashMap<>();
    for (StandingRight right : StandingRight.all()) {
      String key = right.group() + ":" + right.resource().resourceType() + ":" + right.id();
      wanted.put(key, right);
    }
    return wanted;
  }

  private void grant(String key, StandingRight right) {
    Authorization grant =
        authorizations
            .createAuthorizationQuery()
            .groupIdIn(right.group().id())
            .resourceType(right.resource())
            .resourceId(right.id())
            .singleResult();
    Permission[] permissions = right.permissions().toArray(Permission[]::new);
    if (grant == null) {
      grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(right.group().id());
      grant.setResource(right.resource());
      grant.setResourceId(right.id());
    }
    grant.setPermissions(permissions);
    authorizations.saveAuthorization(grant);
  }
}
