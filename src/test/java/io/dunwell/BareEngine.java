package io.dunwell;

import java.time.Duration;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The engine alone, starting instances that wait and do nothing: what our own work is held to. */
@Component
@Lazy
public class BareEngine {

  private static final int WARM_UP = 500;

  private final RepositoryService repository;
  private final RuntimeService runtime;

  BareEngine(RepositoryService repository, RuntimeService runtime) {
    this.repository = repository;
    this.runtime = runtime;
  }

  /** How long it takes to start so many, after some that warm it up. */
  public Duration starts(int instances) {
    repository
        .createDeployment()
        .addModelInstance(
            "bare.bpmn",
            Bpmn.createExecutableProcess("bare")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .receiveTask("wait")
                .message("go-on")
                .endEvent()
                .done())
        .deploy();
    start("bare", WARM_UP, "warm");
    long begun = System.nanoTime();
    start("bare", instances, "bare");
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  /** The same with a task for a group in place of the waiting. */
  public Duration asks(int instances) {
    repository
        .createDeployment()
        .addModelInstance(
            "bare-task.bpmn",
            Bpmn.createExecutableProcess("bare-task")
                .camundaHistoryTimeToLive(1)
                .startEvent()
                .userTask("answer")
                .camundaCandidateGroups("billing")
                .endEvent()
                .done())
        .deploy();
    start("bare-task", WARM_UP, "warm");
    long begun = System.nanoTime();
    start("bare-task", instances, "bare");
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void start(String process, int instances, String key) {
    for (int i = 0; i < instances; i++) {
      runtime.startProcessInstanceByKey(process, key + i);
    }
  }
}
