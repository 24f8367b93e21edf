package io.dunwell.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.EventSubscriptionManager;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Does not search the database for what waits for a message of an instance that never waited. */
@Component
class FreshSubscriptions extends AbstractCamundaConfiguration implements SessionFactory {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<SessionFactory> factories = engine.getCustomSessionFactories();
    List<SessionFactory> all = factories == null ? new ArrayList<>() : new ArrayList<>(factories);
    all.add(this);
    engine.setCustomSessionFactories(all);
  }

  @Override
  public Class<?> getSessionType() {
    return EventSubscriptionManager.class;
  }

  @Override
  public Session openSession() {
    return new Subscriptions();
  }

  private static final class Subscriptions extends EventSubscriptionManager {

    @Override
    public void deleteEventSubscription(EventSubscriptionEntity subscription) {
      if (isFresh(subscription) && !subscription.isSubscriptionForEventType(EventType.SIGNAL)) {
        getDbEntityManager().delete(subscription);
      } else {
        super.deleteEventSubscription(subscription);
      }
    }

    private boolean isFresh(EventSubscriptionEntity subscription) {
      CachedDbEntity cached = getDbEntityManager().getDbEntityCache().getCachedEntity(subscription);
      return cached != null && cached.getEntityState() == DbEntityState.TRANSIENT;
    }
  }
}
