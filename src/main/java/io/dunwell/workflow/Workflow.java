package io.dunwell.workflow;

import io.dunwell.shared.RuleViolation;
import io.dunwell.shared.Together;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Starts processes and tells them what happened, by business key. Every call joins the caller's
 * transaction and asks nobody's permission: who may do what is decided before, by the domain.
 */
@Service
public class Workflow {

  private static final String WAITING =
      """
      select e.business_key_ as business_key, s.execution_id_ as execution
      from act_ru_event_subscr s
      join act_ru_execution e on e.id_ = s.proc_inst_id_
      where s.event_type_ = 'message' and s.event_name_ = :message
        and e.business_key_ = any(:keys)
      """;

  private static final String LOCK =
      """
      select t.id_ from act_ru_task t
      join act_ru_execution e on e.id_ = t.proc_inst_id_
      where e.business_key_ = any(:keys) order by t.id_ for update of t
      """;

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final DueJobs jobs;
  private final ProcessEngineConfigurationImpl engine;
  private final JdbcClient jdbc;

  Workflow(
      RepositoryService repository,
      RuntimeService runtime,
      DueJobs jobs,
      ProcessEngineConfigurationImpl engine,
      JdbcClient jdbc) {
    this.repository = repository;
    this.runtime = runtime;
    this.jobs = jobs;
    this.engine = engine;
    this.jdbc = jdbc;
  }

  /** Starts a process for the aggregate with that business key. */
  public void start(String process, String businessKey) {
    startAll(process, List.of(businessKey));
  }

  /** Starts a process for each of these aggregates. */
  public void startAll(String process, Collection<String> businessKeys) {
    if (businessKeys.isEmpty()) {
      return;
    }
    inOneGo(
        () -> {
          String definition = newest(process);
          businessKeys.forEach(key -> runtime.startProcessInstanceById(definition, key));
        });
  }

  /** Tells all processes with these business keys that wait for the message. */
  public int tell(String message, Collection<String> businessKeys) {
    List<Waiting> waiting = waitingFor(message, businessKeys);
    inOneGo(() -> waiting.forEach(w -> runtime.messageEventReceived(message, w.execution())));
    return waiting.size();
  }

  /** Which of the processes with these business keys wait for the message. */
  public List<String> waiting(String message, Collection<String> businessKeys) {
    return waitingFor(message, businessKeys).stream().map(Waiting::businessKey).toList();
  }

  /**
   * Keeps everybody else from the open tasks about these business keys until the transaction ends.
   * Whoever completes a task locks it before what it is about; whoever ends it from elsewhere calls
   * this first, so that the two never wait for each other.
   */
  @Transactional(propagation = Propagation.MANDATORY)
  public void lockTasks(Collection<String> businessKeys) {
    jdbc.sql(LOCK).param("keys", businessKeys.toArray(String[]::new)).query(String.class).list();
  }

  /**
   * Does all engine calls of the work in one command, so that the engine writes once, in batches,
   * at its end. The work must not read back what it wrote through engine queries.
   */
  public void inOneGo(Runnable work) {
    engine
        .getCommandExecutorTxRequired()
        .execute(
            context -> {
              context.runWithoutAuthorization(
                  () -> {
                    work.run();
                    return null;
                  });
              return null;
            });
  }

  /**
   * Within {@link #inOneGo}: works the jobs in front of these steps that were made in the same go,
   * instead of leaving each to a transaction of its own.
   *
   * @return how many were worked
   */
  public int workFreshJobs(String process, Set<String> steps) {
    return FreshJobs.work(newest(process), steps);
  }

  /** Does the work in a transaction of its own, in which engine and domain write together. */
  public <T extends @Nullable Object> T inNewTransaction(Supplier<T> work) {
    return engine
        .getCommandExecutorTxRequiresNew()
        .execute(context -> context.runWithoutAuthorization(work::get));
  }

  /**
   * Works every job that is due in the books of this thread, on this thread, until none is left.
   *
   * @return how many jobs were worked
   * @throws RuntimeException what the first job that fails says
   */
  public int workDueJobs() {
    return jobs.workHere();
  }

  /**
   * Moves every running instance of older models to the newest, each to the steps of the same name;
   * waits and time limits are set up anew.
   *
   * @return how many were moved
   */
  @Transactional
  public int migrate(String process) {
    String target = newest(process);
    int moved = 0;
    for (String source : olderInUse(process, target)) {
      List<String> running =
          runtime.createProcessInstanceQuery().processDefinitionId(source).list().stream()
              .map(Execution::getId)
              .toList();
      runtime
          .newMigration(runtime.createMigrationPlan(source, target).mapEqualActivities().build())
          .processInstanceIds(running)
          .execute();
      moved += running.size();
    }
    return moved;
  }

  private List<String> olderInUse(String process, String newest) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(process).list().stream()
        .map(ProcessInstance::getProcessDefinitionId)
        .distinct()
        .filter(definition -> !definition.equals(newest))
        .toList();
  }

  /** Asked once for many: by key the engine would ask the database for each. */
  private String newest(String process) {
    return Together.once(new Newest(process), () -> lookUp(process));
  }

  private String lookUp(String process) {
    ProcessDefinition definition =
        repository
            .createProcessDefinitionQuery()
            .processDefinitionKey(process)
            .latestVersion()
            .singleResult();
    if (definition == null) {
      throw new RuleViolation("process.unknown", "There is no process " + process + ".");
    }
    return definition.getId();
  }

  private List<Waiting> waitingFor(String message, Collection<String> businessKeys) {
    if (businessKeys.isEmpty()) {
      return List.of();
    }
    return jdbc.sql(WAITING)
        .param("message", message)
        .param("keys", businessKeys.toArray(String[]::new))
        .query(Waiting.class)
        .list();
  }

  /** The question which model of a process is the newest. */
  private record Newest(String process) {}

  /** An execution that waits for a message. */
  record Waiting(String businessKey, String execution) {}
}
