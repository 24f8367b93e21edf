package io.dunwell.workflow;

import io.dunwell.shared.Books;
import java.time.Duration;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Waits until the engine has done all jobs that are due, or does them itself. */
@Component
class DueJobs {

  private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);
  private static final Duration PATIENCE = Duration.ofMinutes(10);
  private static final int PAGE = 200;

  private final ManagementService management;
  private final ProcessEngineConfigurationImpl engine;

  DueJobs(ManagementService management, ProcessEngineConfigurationImpl engine) {
    this.management = management;
    this.engine = engine;
  }

  /** Returns when no job is due; what failed and waits for its next attempt is not due. */
  void settle() {
    JobExecutor executor = engine.getJobExecutor();
    if (executor.isActive() && Books.current().live()) {
      await(executor);
    } else {
      work();
    }
  }

  private void await(JobExecutor executor) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    executor.jobWasAdded();
    while (due().count() > 0) {
      if (System.nanoTime() > end) {
        throw new IllegalStateException("Jobs are still due after " + PATIENCE);
      }
      pause();
    }
  }

  private static void pause() {
    try {
      Thread.sleep(50);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted while jobs were due", e);
    }
  }

  private void work() {
    for (var jobs = due().listPage(0, PAGE); !jobs.isEmpty(); jobs = due().listPage(0, PAGE)) {
      jobs.forEach(this::execute);
    }
  }

  private void execute(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException failed) {
      // the engine has counted the attempt and keeps the message for Cockpit
      LOG.debug("Job {} failed", job.getId(), failed);
    }
  }

  private JobQuery due() {
    return management.createJobQuery().executable().active();
  }
}
