package io.dunwell.desk.web;

import io.dunwell.audit.ActQuery;
import io.dunwell.audit.AuditTrail;
import io.dunwell.shared.DeskPage;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who did what. */
@DeskPage
class AuditPage {

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
  String audit(Asked asked, Filter filter, Model model) {
    ActQuery query =
        new ActQuery(
            text(filter.subject()),
            text(filter.act()),
            text(filter.by()),
            filter.from(),
            filter.to());
    model.addAttribute("acts", trail.find(query, asked.number(), Lists.SIZE));
    model.addAttribute("filter", filter);
    return "desk/audit";
  }

  private static @Nullable String text(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }
}
