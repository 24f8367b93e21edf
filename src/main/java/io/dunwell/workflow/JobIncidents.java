package io.dunwell.workflow;

import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.incident.DefaultIncidentHandler;
import org.camunda.bpm.engine.impl.incident.IncidentContext;
import org.camunda.bpm.engine.impl.incident.IncidentHandler;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.spring.boot.starter.configuration.impl.AbstractCamundaConfiguration;
import org.springframework.stereotype.Component;

/** Does not search the database for the incidents of a job that never was in it. */
@Component
class JobIncidents extends AbstractCamundaConfiguration {

  @Override
  public void preInit(ProcessEngineConfigurationImpl engine) {
    List<IncidentHandler> handlers = engine.getCustomIncidentHandlers();
    List<IncidentHandler> all = handlers == null ? new ArrayList<>() : new ArrayList<>(handlers);
    all.add(new OfWaitingJobs());
    engine.setCustomIncidentHandlers(all);
  }

  private static final class OfWaitingJobs extends DefaultIncidentHandler {

    OfWaitingJobs() {
      super(Incident.FAILED_JOB_HANDLER_TYPE);
    }

    @Override
    protected void removeIncident(IncidentContext incident, boolean resolved) {
      if (!isFresh(incident.getConfiguration())) {
        super.removeIncident(incident, resolved);
      }
    }

    private static boolean isFresh(String job) {
      CachedDbEntity cached =
          Context.getCommandContext()
              .getDbEntityManager()
              .getDbEntityCache()
              .getCachedEntity(JobEntity.class, job);
      return cached != null && cached.getEntityState() == DbEntityState.DELETED_TRANSIENT;
    }
  }
}
