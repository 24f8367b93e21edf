package io.dunwell.platform;

import org.jspecify.annotations.Nullable;
import org.postgresql.util.PSQLException;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/** Says that the database cannot be reached or does not let us in. */
class DatabaseRefusals extends AbstractFailureAnalyzer<PSQLException> {

  @Override
  protected @Nullable FailureAnalysis analyze(Throwable rootFailure, PSQLException cause) {
    String state = String.valueOf(cause.getSQLState());
    boolean noWayIn = state.startsWith("08") || state.startsWith("28") || state.equals("3D000");
    return noWayIn
        ? new FailureAnalysis(
            "The database does not let us in: " + cause.getMessage(),
            "Check SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
                + " SPRING_DATASOURCE_PASSWORD, and that PostgreSQL runs there.",
            cause)
        : null;
  }
}
