package io.dunwell.numbering.web;

import io.dunwell.numbering.DocumentSeries;
import io.dunwell.numbering.NumberSeries;
import io.dunwell.shared.Actor;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import java.security.Principal;
import java.util.List;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** How numbers look. */
@RestController
@RequestMapping("/api/number-series")
@Tag(name = "Number series", description = "Gapless numbers per kind and fiscal year")
class NumberSeriesController {

  private final NumberSeries series;

  NumberSeriesController(NumberSeries series) {
    this.series = series;
  }

  /** A pattern. */
  record PatternRequest(@NotBlank @Schema(example = "INV/{fy}/{seq:6}") String pattern) {}

  @GetMapping
  @Operation(summary = "Every series with its pattern and its last number")
  List<NumberSeries.Series> all() {
    return series.all();
  }

  @PutMapping("/{kind}")
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  @Operation(
      summary = "Change how the numbers to come look",
      description =
          "At most 16 capitals, digits, dashes and slashes, as GST allows, and no numbers that"
              + " another series could make.")
  List<NumberSeries.Series> change(
      @PathVariable DocumentSeries kind,
      @Valid @RequestBody PatternRequest request,
      Principal user) {
    series.change(kind, request.pattern(), new Actor(user.getName()));
    return series.all();
  }
}
