package io.dunwell.shared.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.http.ProblemDetail;

class RefusalsTests {

  private final Refusals refusals = new Refusals();

  @Test
  void whoEntersTheSameAtTheSameMomentIsToldSo() {
    ProblemDetail problem = refusals.twice(broken("23505"));
    assertThat(problem.getStatus()).isEqualTo(409);
    assertThat(problem.getProperties()).containsEntry("code", "request.overtaken");
  }

  @Test
  void anotherBrokenRuleOfTheDatabaseIsAFailure() {
    assertThat(refusals.twice(broken("23502")).getStatus()).isEqualTo(500);
  }

  private static DataIntegrityViolationException broken(String state) {
    return new DataIntegrityViolationException(
        "could not execute batch", new RuntimeException(new SQLException("no", state)));
  }
}
