package io.dunwell.workflow;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceEntity;
import org.camunda.bpm.engine.impl.persistence.entity.VariableInstanceManager;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Does not search the database for rights and variables of tasks and executions that are not
 * written yet: it has none.
 */
@Component
class FreshRows extends AbstractCamundaConfiguration implements SessionFactory {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<SessionFactory> factories = engine.getCustomSessionFactories();
    List<SessionFactory> all = factories == null ? new ArrayList<>() : new ArrayList<>(factories);
    all.add(this);
    engine.setCustomSessionFactories(all);
    engine.setResourceAuthorizationProvider(new Rights());
  }

  @Override
  public Class<?> getSessionType() {
    return VariableInstanceManager.class;
  }

  @Override
  public Session openSession() {
    return new Variables();
  }

  /** Whether it was made in this command and is not written. */
  private static boolean isFresh(Class<? extends DbEntity> type, String id) {
    CachedDbEntity cached =
        Context.getCommandContext()
            .getDbEntityManager()
            .getDbEntityCache()
            .getCachedEntity(type, id);
    return cached != null && cached.getEntityState() == DbEntityState.TRANSIENT;
  }

  private static final class Rights extends DefaultAuthorizationProvider {

    @Override
    protected @Nullable AuthorizationEntity getGrantAuthorization(
        String task, @Nullable String user, @Nullable String group, Resource resource) {
      return resource == Resources.TASK && isFresh(TaskEntity.class, task)
          ? null
          : super.getGrantAuthorization(task, user, group, resource);
    }
  }

  private static final class Variables extends VariableInstanceManager {

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByTaskIdAndVariableNames(
        String task, @Nullable Collection<String> names) {
      return isFresh(TaskEntity.class, task)
          ? new ArrayList<>()
          : super.findVariableInstancesByTaskIdAndVariableNames(task, names);
    }

    @Override
    public List<VariableInstanceEntity> findVariableInstancesByExecutionIdAndVariableNames(
        String execution, @Nullable Collection<String> names) {
      return isFresh(ExecutionEntity.class, execution)
          ? new ArrayList<>()
          : super.findVariableInstancesByExecutionIdAndVariableNames(execution, names);
    }
  }
}
