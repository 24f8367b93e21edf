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
    start(WARM_UP, "warm");
    long begun = System.nanoTime();
    start(instances, "bare");
    return Duration.ofNanos(System.nanoTime() - begun);
  }

  private void start(int instances, String key) {
    for (int i = 0; i < instances; i++) {
      runtime.startProcessInstanceByKey("bare", key + i);
    }
  }
}
