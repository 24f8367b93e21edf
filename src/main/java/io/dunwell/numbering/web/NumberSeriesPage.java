package io.dunwell.numbering.web;

import io.dunwell.numbering.DocumentSeries;
import io.dunwell.numbering.NumberSeries;
import io.dunwell.numbering.NumberSeries.Series;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Notes;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.shared.Actor;
import io.dunwell.shared.DeskPage;
import java.security.Principal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** How numbers look, for who answers to the tax office for them, and which stand for nothing. */
@DeskPage
class NumberSeriesPage {

  private static final Columns<Series> SERIES =
      Columns.<Series>of("number-series")
          .word("kind", "numbers.series", "numbers.kind.", Series::kind)
          .text("pattern", "numbers.pattern", Series::pattern)
          .text("last", "numbers.last", Series::last)
          .text("next", "numbers.next", Series::next)
          .number("used", "numbers.used", Series::used)
          .number("cancelled", "numbers.cancelled", Series::cancelled);

  private static final Columns<Cancelled> CANCELLED =
      Columns.<Cancelled>of("cancelled-numbers")
          .text("number", "numbers.number", Cancelled::number)
          .word("kind", "numbers.series", "numbers.kind.", Cancelled::kind)
          .date("on", "numbers.cancelled-on", Cancelled::on)
          .text("reason", "numbers.reason", Cancelled::reason)
          .text("by", "numbers.by", Cancelled::by);

  private static final Map<String, String> SORTS =
      Map.of(
          "number", "c.number",
          "kind", "u.kind",
          "on", "c.cancelled_on",
          "reason", "c.reason",
          "by", "c.recorded_by");

  /** A number that is used and stands for nothing any more. */
  record Cancelled(String number, DocumentSeries kind, LocalDate on, String reason, String by) {}

  private final NumberSeries series;
  private final Lists lists;
  private final Notes notes;

  NumberSeriesPage(NumberSeries series, Lists lists, Notes notes) {
    this.series = series;
    this.lists = lists;
    this.notes = notes;
  }

  @GetMapping("/number-series")
  ModelAndView show(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("numbering/number-series", params);
    page.list("series", lists.of(SERIES, series.all()));
    String q = params.getOrDefault("cancelled.q", "").strip();
    Query cancelled =
        Query.select(
                "c.number, u.kind, c.cancelled_on, c.reason, c.recorded_by",
                "numbering.cancelled_number c join numbering.used_number u on u.number = c.number")
            .find(q, "c.number", "c.reason", "c.recorded_by")
            .sortedBy(SORTS, "-on", "c.number desc");
    page.also("cancelled", lists.of(CANCELLED, cancelled, (row, n) -> cancelled(row)));
    return page.answer();
  }

  @PostMapping("/number-series/{kind}")
  @PreAuthorize("hasAnyRole('ACCOUNTS','ADMIN')")
  String change(
      @PathVariable DocumentSeries kind,
      @RequestParam String pattern,
      Principal by,
      RedirectAttributes flash) {
    series.change(kind, pattern, new Actor(by.getName()));
    notes.add(flash, "numbers.changed", pattern.strip());
    return "redirect:/number-series";
  }

  private static Cancelled cancelled(ResultSet row) throws SQLException {
    return new Cancelled(
        RowReader.text(row, "number"),
        DocumentSeries.valueOf(RowReader.text(row, "kind")),
        RowReader.day(row, "cancelled_on"),
        RowReader.text(row, "reason"),
        RowReader.text(row, "recorded_by"));
  }
}
