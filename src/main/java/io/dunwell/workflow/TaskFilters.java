package io.dunwell.workflow;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.FilterService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.filter.Filter;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.core.annotation.Order;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/** Puts the ready-made lists into Tasklist at every start; each is seen by its group only. */
@Component
@Order(1)
class TaskFilters implements SmartInitializingSingleton {

  private final FilterService filters;
  private final TaskService tasks;
  private final AuthorizationService authorizations;
  private final JdbcTemplate jdbc;
  private final TransactionTemplate transaction;

  TaskFilters(
      FilterService filters,
      TaskService tasks,
      AuthorizationService authorizations,
      JdbcTemplate jdbc,
      TransactionTemplate transaction) {
    this.filters = filters;
    this.tasks = tasks;
    this.authorizations = authorizations;
    this.jdbc = jdbc;
    this.transaction = transaction;
  }

  @Override
  public void afterSingletonsInstantiated() {
    transaction.executeWithoutResult(
        status -> {
          // two nodes that start at once create them one after the other
          jdbc.queryForList("select pg_advisory_xact_lock(hashtext('dunwell.task-filters'))");
          ReadyList.all().forEach(this::provide);
        });
  }

  private void provide(ReadyList list) {
    Filter filter =
        filters.createTaskFilterQuery().filterName(list.name()).list().stream()
            .findFirst()
            .orElseGet(() -> filters.newTaskFilter(list.name()));
    filter.setQuery(list.query(tasks));
    filter.setProperties(propertiesOf(list));
    Filter saved = filters.saveFilter(filter);
    list.readers().forEach(group -> letRead(saved, group));
  }

  private static Map<String, Object> propertiesOf(ReadyList list) {
    return Map.of(
        "description",
        list.description(),
        "priority",
        list.position(),
        "color",
        "#206bc4",
        "refresh",
        true,
        "showUndefinedVariable",
        false,
        "variables",
        List.of(
            Map.of("name", "customerName", "label", "Customer"),
            Map.of("name", "amount", "label", "Amount"),
            Map.of("name", "daysOverdue", "label", "Days overdue"),
            Map.of("name", "differs", "label", "Differs from contract"),
            Map.of("name", "refusal", "label", "The tax portal says")));
  }

  private void letRead(Filter filter, Group group) {
    boolean may =
        authorizations
                .createAuthorizationQuery()
                .groupIdIn(group.id())
                .resourceType(Resources.FILTER)
                .resourceId(filter.getId())
                .count()
            > 0;
    if (!may) {
      Authorization grant = authorizations.createNewAuthorization(Authorization.AUTH_TYPE_GRANT);
      grant.setGroupId(group.id());
      grant.setResource(Resources.FILTER);
      grant.setResourceId(filter.getId());
      grant.addPermission(Permissions.READ);
      authorizations.saveAuthorization(grant);
    }
  }
}
