package io.dunwell.billing.process;

import java.util.UUID;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Binds the task {@code submitChunk} of submission-chunk.bpmn: one job, one chunk of drafts. */
@Component("submitChunk")
class SubmitChunk implements JavaDelegate {

  private final RunSubmissions submissions;

  SubmitChunk(RunSubmissions submissions) {
    this.submissions = submissions;
  }

  @Override
  public void execute(DelegateExecution execution) {
    submissions.workNext(UUID.fromString(execution.getProcessBusinessKey()));
  }
}
