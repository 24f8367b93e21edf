package io.dunwell.dunning.process;

import io.dunwell.dunning.DailyRuns;
import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code workChunk} of daily-run-chunk.bpmn: one job, one chunk of the run. */
@Component("workChunk")
class WorkChunk implements JavaDelegate {

  private final DailyRuns runs;

  WorkChunk(DailyRuns runs) {
    this.runs = runs;
  }

  @Override
  public void execute(DelegateExecution execution) {
    runs.help(UUID.fromString(execution.getProcessBusinessKey()));
  }
}
