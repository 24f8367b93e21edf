package io.dunwell.desk.web;

import io.dunwell.audit.ActQuery;
import io.dunwell.audit.ActView;
import io.dunwell.audit.AuditTrail;
import io.dunwell.shared.DeskPage;
import io.dunwell.shared.Page;
import io.dunwell.shared.export.Column;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who did what. */
@DeskPage
class AuditPage {

  private static final int PAGE_OF_FILE = 500;

  private static final Download<ActView> FILE =
      new Download<>(
          "audit-trail",
          List.of(
              Column.number("No."),
              Column.date("Business day"),
              Column.text("Recorded"),
              Column.text("By"),
              Column.text("Act"),
              Column.text("Subject type"),
              Column.text("Subject"),
              Column.text("Details")),
          a ->
              new @Nullable Object[] {
                a.seq(),
                a.businessOn(),
                a.at().toString(),
                a.by(),
                a.act(),
                a.subjectType(),
                a.subject(),
                a.details().toString()
              });

  /** What the trail is narrowed to; see {@link ActQuery}. */
  record Filter(
      @Nullable String subject,
      @Nullable String act,
      @Nullable String by,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  private final AuditTrail trail;

  AuditPage(AuditTrail trail) {
    this.trail = trail;
  }

  @GetMapping("/audit")
  @PreAuthorize("hasAnyRole('AUDITOR', 'MANAGER', 'ADMIN')")
  @Nullable String audit(Asked asked, Filter filter, Model model, HttpServletResponse response)
      throws IOException {
    ActQuery query =
        new ActQuery(
            text(filter.subject()),
            text(filter.act()),
            text(filter.by()),
            filter.from(),
            filter.to());
    if (asked.file().isPresent()) {
      FILE.send(response, asked.file().get(), reader -> each(query, reader));
      return null;
    }
    model.addAttribute("acts", trail.find(query, asked.number(), Lists.SIZE));
    model.addAttribute("filter", filter);
    return "desk/audit";
  }

  private void each(ActQuery query, Consumer<ActView> reader) {
    long read = 0;
    for (int page = 0; ; page++) {
      Page<ActView> acts = trail.find(query, page, PAGE_OF_FILE);
      acts.content().forEach(reader);
      read += acts.content().size();
      if (acts.content().isEmpty() || read >= acts.total()) {
        return;
      }
    }
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
