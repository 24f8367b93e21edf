package io.dunwell.access.web;

import io.dunwell.shared.Actor;
import io.dunwell.workflow.BusinessDay;
import io.dunwell.workflow.BusinessDays;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.security.Principal;
import java.time.LocalDate;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The business date over HTTP. */
@RestController
@RequestMapping("/api/business-date")
@Tag(name = "Business date")
class BusinessDateController {

  private final BusinessDays days;

  BusinessDateController(BusinessDays days) {
    this.days = days;
  }

  record Move(@NotNull LocalDate date) {}

  @GetMapping
  @Operation(summary = "What day it is for the business, and up to which day its work is done")
  BusinessDay today() {
    return days.today();
  }

  @PostMapping
  @PreAuthorize("hasRole('ADMIN')")
  @Operation(
      summary = "Moves the business date, day by day, doing each day's work",
      description =
          "In demo mode only. While nothing is posted it may be set to any day; after that it only"
              + " moves forward. Example: {\"date\": \"2026-12-24\"}")
  BusinessDay move(@Valid @RequestBody Move move, Principal user) {
    return days.moveTo(move.date(), new Actor(user.getName()));
  }
}
