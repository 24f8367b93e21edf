package io.dunwell.dunning.web;

import com.fasterxml.jackson.databind.JsonNode;
import io.dunwell.dunning.InvalidPolicy;
import io.dunwell.dunning.Policies;
import io.dunwell.dunning.PolicyView;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.ExampleObject;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import java.security.Principal;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The dunning policies. */
@RestController
@RequestMapping("/api/policies")
@Tag(name = "Dunning policies", description = "When which step is due and what it costs")
class PolicyController {

  private final Policies policies;

  PolicyController(Policies policies) {
    this.policies = policies;
  }

  @PutMapping("/{name}")
  @PreAuthorize("hasAnyRole('ADMIN','MANAGER')")
  @Operation(
      summary = "Add a version of a policy",
      description =
          """
          Nothing is overwritten: each call adds a version, which rules from `effectiveOn`, or \
          without it from the day after the last finished daily run. Levels count from 1 without \
          gaps; `threshold` is the days overdue from which a level is due, inclusive; `stage` says \
          what the level means: REMINDER, SECOND_REMINDER, CALL, FINAL_NOTICE, \
          MANAGEMENT_ESCALATION or LEGAL_REFERRAL (without it, the usual meaning of the number). \
          Level 0 with stage COURTESY_NOTE and a negative threshold is the note before the due \
          day. Everything but `levels`, `level` and `threshold` is optional; without \
          `minimumInterval` 5 days have to pass between two steps.""",
      requestBody =
          @io.swagger.v3.oas.annotations.parameters.RequestBody(
              content =
                  @Content(
                      examples = {
                        @ExampleObject(name = "three letters", value = PolicyExamples.SHORT),
                        @ExampleObject(name = "everything", value = PolicyExamples.FULL)
                      })))
  PolicyView put(@PathVariable String name, @RequestBody JsonNode definition, Principal user) {
    return policies.put(name, definition, new Actor(user.getName()));
  }

  @GetMapping
  @Operation(summary = "All policies, each in its newest version")
  List<PolicyView> all() {
    return policies.all();
  }

  @GetMapping("/{name}")
  @Operation(summary = "The newest version of a policy")
  PolicyView newest(@PathVariable String name) {
    return policies.newest(name);
  }

  @GetMapping("/{name}/versions")
  @Operation(summary = "Every version of a policy, newest first")
  List<PolicyView> versions(@PathVariable String name) {
    return policies.versions(name);
  }

  @ExceptionHandler
  ProblemDetail invalid(InvalidPolicy invalid) {
    ProblemDetail problem =
        ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, invalid.sentence());
    problem.setType(URI.create("urn:dunwell:" + invalid.code()));
    problem.setTitle("The policy cannot be used");
    problem.setProperty("code", invalid.code());
    problem.setProperty("fields", invalid.problems());
    return problem;
  }
}
