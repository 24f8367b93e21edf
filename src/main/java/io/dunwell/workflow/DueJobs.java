package io.dunwell.workflow;

import io.dunwell.shared.Books;
import java.time.Duration;
import java.util.function.Consumer;
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
      work(this::attempt);
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

  /** Works what is due on this thread; the first failure ends it. */
  int workHere() {
    return work(job -> management.executeJob(job.getId()));
  }

  private int work(Consumer<Job> how) {
    int worked = 0;
    for (var jobs = due().listPage(0, PAGE); !jobs.isEmpty(); jobs = due().listPage(0, PAGE)) {
      jobs.forEach(how);
      worked += jobs.size();
    }
    return worked;
  }

  /** The engine counts the attempt and keeps the message for Cockpit. */
  private void attempt(Job job) {
    try {
      management.executeJob(job.getId());
    } catch (RuntimeException failed) {
      LOG.warn("Job {} failed and is tried again: {}", job.getId(), failed.toString());
    }
  }

  private JobQuery due() {
    return management.createJobQuery().executable().active();
  }
}
