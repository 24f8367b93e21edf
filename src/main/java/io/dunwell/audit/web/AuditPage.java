package io.dunwell.audit.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.audit.ActView;
import io.dunwell.pages.Columns;
import io.dunwell.pages.ListPage;
import io.dunwell.pages.Lists;
import io.dunwell.pages.Query;
import io.dunwell.pages.RowReader;
import io.dunwell.shared.DeskPage;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;

/** Who did what. */
@DeskPage
class AuditPage {

  private static final TypeReference<LinkedHashMap<String, String>> DETAILS =
      new TypeReference<>() {};

  private static final Columns<ActView> COLUMNS =
      Columns.<ActView>of("audit-trail")
          .number("seq", "audit.number", ActView::seq)
          .date("day", "audit.day", ActView::businessOn)
          .text("at", "audit.at", ActView::at)
          .text("by", "receipt.by", ActView::by)
          .text("act", "audit.act", ActView::act)
          .text("type", "audit.type", ActView::subjectType)
          .text("subject", "audit.subject", ActView::subject)
          .text("details", "audit.details", ActView::details);

  private static final Map<String, String> SORTS =
      Map.of(
          "seq", "a.seq",
          "day", "a.business_on",
          "at", "a.seq",
          "by", "a.recorded_by",
          "act", "a.act",
          "subject", "a.subject",
          "details", "a.details::text");

  /** What the trail is narrowed to; an act also by its beginning up to a dot. */
  record Filter(
      @Nullable String q,
      @Nullable String subject,
      @Nullable String act,
      @Nullable String by,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  private final Lists lists;
  private final ObjectMapper json;

  AuditPage(Lists lists, ObjectMapper json) {
    this.lists = lists;
    this.json = json;
  }

  @GetMapping("/audit")
  @PreAuthorize("hasAnyRole('AUDITOR', 'MANAGER', 'ADMIN')")
  ModelAndView audit(@RequestParam Map<String, String> params, Filter filter) {
    ListPage page = lists.page("audit/audit", params);
    page.list("acts", lists.of(COLUMNS, query(filter), this::read));
    return page.with("filter", filter).answer();
  }

  private static Query query(Filter filter) {
    return Query.select("a.*", "audit.act a")
        .where("a.subject = :subject", "subject", filter.subject())
        .where("(a.act = :act or starts_with(a.act, :act || '.'))", "act", filter.act())
        .where("a.recorded_by = :by", "by", filter.by())
        .where("a.business_on >= :from", "from", filter.from())
        .where("a.business_on <= :to", "to", filter.to())
        .find(filter.q() == null ? "" : filter.q(), "a.subject", "a.act", "a.details::text")
        .sortedBy(SORTS, "-seq", "a.seq desc");
  }

  private ActView read(ResultSet row, int n) throws SQLException {
    return new ActView(
        row.getLong("seq"),
        row.getTimestamp("recorded_at").toInstant(),
        RowReader.day(row, "business_on"),
        RowReader.text(row, "recorded_by"),
        RowReader.text(row, "act"),
        RowReader.text(row, "subject_type"),
        RowReader.text(row, "subject"),
        details(RowReader.text(row, "details")));
  }

  private Map<String, String> details(String text) {
    try {
      return json.readValue(text, DETAILS);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Unreadable details: " + text, e);
    }
  }
}
