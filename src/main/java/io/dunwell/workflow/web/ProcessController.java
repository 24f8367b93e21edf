package io.dunwell.workflow.web;

import io.dunwell.workflow.Workflow;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What an administrator does with processes after a new model came. */
@RestController
@RequestMapping("/api/processes")
@Tag(name = "Processes", description = "Models and what runs on them")
class ProcessController {

  private final Workflow workflow;

  ProcessController(Workflow workflow) {
    this.workflow = workflow;
  }

  /** What was moved. */
  record Migration(int moved) {}

  @PostMapping("/{process}/migration")
  @PreAuthorize("hasRole('ADMIN')")
  @Operation(
      summary = "Move what runs on older models to the newest",
      description =
          "Not needed for anything to end well: what began on an older model ends on it. For"
              + " example invoice-approval.")
  Migration migrate(@PathVariable String process) {
    return new Migration(workflow.migrate(process));
  }
}
