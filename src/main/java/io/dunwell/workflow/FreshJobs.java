package io.dunwell.workflow;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.DbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.DbEntityManager;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.AcquirableJobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.HistoricJobLogEventEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;

/**
 * Works jobs in the very command that makes them. They are never written: the engine leaves out
 * what is made and done with between two writes, and of jobs that never waited no log is kept.
 */
final class FreshJobs {

  private FreshJobs() {}

  static int work(String definition, Set<String> steps) {
    CommandContext context = Context.getCommandContext();
    if (context == null) {
      throw new IllegalStateException("Jobs are fresh within the command that makes them only");
    }
    Set<String> worked = new HashSet<>();
    for (List<JobEntity> jobs = fresh(context, definition, steps, worked);
        !jobs.isEmpty();
        jobs = fresh(context, definition, steps, worked)) {
      for (JobEntity job : jobs) {
        worked.add(job.getId());
        job.execute(context);
      }
    }
    forgetLogs(context.getDbEntityManager(), worked);
    return worked.size();
  }

  private static void forgetLogs(DbEntityManager entities, Set<String> jobs) {
    List.copyOf(entities.getCachedEntitiesByType(HistoricJobLogEventEntity.class)).stream()
        .filter(log -> jobs.contains(log.getJobId()))
        .forEach(entities::delete);
  }

  private static List<JobEntity> fresh(
      CommandContext context, String definition, Set<String> steps, Set<String> worked) {
    // the engine keeps all kinds of jobs under this one
    List<? extends DbEntity> jobs =
        context.getDbEntityManager().getCachedEntitiesByType(AcquirableJobEntity.class);
    return jobs.stream()
        .filter(JobEntity.class::isInstance)
        .map(JobEntity.class::cast)
        .filter(job -> definition.equals(job.getProcessDefinitionId()))
        .filter(job -> !worked.contains(job.getId()) && steps.contains(job.getActivityId()))
        .toList();
  }
}
