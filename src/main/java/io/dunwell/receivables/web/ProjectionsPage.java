package io.dunwell.receivables.web;

import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.receivables.Projections;
import io.dunwell.receivables.Projections.Difference;
import io.dunwell.shared.DeskPage;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Holds what is kept for speed against what the ledger says. */
@DeskPage
class ProjectionsPage {

  private static final Columns<Difference> COLUMNS =
      Columns.<Difference>of("differences")
          .text("what", "projections.what", Difference::what)
          .text("figure", "projections.figure", Difference::projection)
          .text("currency", "customers.currency", Difference::currency)
          .text("kept", "projections.kept", Difference::kept)
          .text("rebuilt", "projections.rebuilt", Difference::rebuilt);

  private final Projections projections;
  private final Lists lists;

  ProjectionsPage(Projections projections, Lists lists) {
    this.projections = projections;
    this.lists = lists;
  }

  @GetMapping("/ledger/projections")
  ModelAndView compare(@RequestParam Map<String, String> params) {
    ListPage page = lists.page("receivables/projections", params);
    page.list("differences", lists.of(COLUMNS, projections.differences()));
    return page.answer();
  }
}
