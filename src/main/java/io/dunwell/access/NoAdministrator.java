package io.dunwell.access;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Nobody could log in, so there is no point in starting. */
class NoAdministrator extends RuntimeException {

  NoAdministrator() {
    super("There is no administrator", null, false, false);
  }

  /** Says what to do, in place of a stack trace. */
  static class Explanation extends AbstractFailureAnalyzer<NoAdministrator> {

    @Override
    protected FailureAnalysis analyze(Throwable rootFailure, NoAdministrator cause) {
      return new FailureAnalysis(
          "There is no administrator in this database yet, and nobody could log in.",
          "Set DUNWELL_ADMIN_USER and DUNWELL_ADMIN_PASSWORD to create the first one, and start"
              + " again.",
          cause);
    }
  }
}
