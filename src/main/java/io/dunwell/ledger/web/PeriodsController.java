package io.dunwell.ledger.web;

import io.dunwell.ledger.PeriodView;
import io.dunwell.ledger.Periods;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.time.YearMonth;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/api/ledger/periods")
@Tag(name = "Ledger")
class PeriodsController {

  private final Periods periods;

  PeriodsController(Periods periods) {
    this.periods = periods;
  }

  @GetMapping
  @Operation(summary = "The months that were closed, and perhaps reopened")
  List<PeriodView> all() {
    return periods.all();
  }

  @PostMapping("/{month}/closing")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(summary = "Close a month: no entry can be dated in it any more")
  void close(@PathVariable YearMonth month, Principal user) {
    periods.close(month, new Actor(user.getName()));
  }

  @PostMapping("/{month}/reopening")
  @ResponseStatus(HttpStatus.NO_CONTENT)
  @PreAuthorize("hasAnyRole('MANAGER','ADMIN')")
  @Operation(summary = "Reopen a month; not by the person who closed it")
  void reopen(
      @PathVariable YearMonth month, @RequestBody @Valid Reopening reopening, Principal user) {
    periods.reopen(month, reopening.reason(), new Actor(user.getName()));
  }

  record Reopening(@NotBlank String reason) {}
}
