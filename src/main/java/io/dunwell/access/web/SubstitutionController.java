package io.dunwell.access.web;

import io.dunwell.access.SubstitutionView;
import io.dunwell.access.Substitutions;
import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import io.dunwell.workflow.Group;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Who stands in for whom, and who leads which department. */
@RestController
@RequestMapping("/api")
@Tag(name = "Substitutions", description = "Absence, and who leads a department")
class SubstitutionController {

  private final Substitutions substitutions;

  SubstitutionController(Substitutions substitutions) {
    this.substitutions = substitutions;
  }

  record NewSubstitution(
      @NotBlank String absent,
      @NotBlank String standIn,
      @NotNull LocalDate from,
      @NotNull LocalDate until,
      @Nullable String reason) {}

  record Planned(UUID id) {}

  record Lead(@NotBlank String person) {}

  @GetMapping("/substitutions")
  @Operation(summary = "Substitutions that count today or later")
  List<SubstitutionView> upcoming() {
    return substitutions.upcoming();
  }

  @PostMapping("/substitutions")
  @ResponseStatus(HttpStatus.CREATED)
  @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
  @Operation(
      summary = "Have somebody stand in",
      description = "The stand-in sees and does the tasks of the absent person's groups.")
  Planned plan(@Valid @RequestBody NewSubstitution wanted, Principal by) {
    return new Planned(
        substitutions.plan(
            wanted.absent(),
            wanted.standIn(),
            wanted.from(),
            wanted.until(),
            wanted.reason(),
            new Actor(by.getName())));
  }

  @DeleteMapping("/substitutions/{id}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
  @Operation(summary = "End a substitution from today on")
  void end(@PathVariable UUID id, Principal by) {
    substitutions.end(id, new Actor(by.getName()));
  }

  @GetMapping("/leads")
  @Operation(summary = "Who leads which department")
  Map<String, String> leads() {
    return substitutions.leads().entrySet().stream()
        .collect(Collectors.toMap(lead -> lead.getKey().id(), Map.Entry::getValue));
  }

  @PutMapping("/leads/{department}")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('MANAGER', 'ADMIN')")
  @Operation(summary = "Have a member lead a department, for example sales")
  void lead(@PathVariable String department, @Valid @RequestBody Lead lead, Principal by) {
    substitutions.lead(group(department), lead.person(), new Actor(by.getName()));
  }

  private static Group group(String id) {
    try {
      return Group.of(id);
    } catch (IllegalArgumentException unheardOf) {
      throw new RuleViolation("department.unknown", "There is no department " + id + ".");
    }
  }
}
