package io.dunwell.platform;

import io.dunwell.shared.CannotStart;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says why the application does not start and what to do, in place of a stack trace. */
class StartRefusals extends AbstractFailureAnalyzer<CannotStart> {

  @Override
  protected FailureAnalysis analyze(Throwable rootFailure, CannotStart cause) {
    return new FailureAnalysis(String.valueOf(cause.getMessage()), cause.remedy(), cause);
  }
}
