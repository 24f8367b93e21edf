package io.dunwell.documents.web;

import io.dunwell.documents.DocumentId;
import io.dunwell.documents.DocumentView;
import io.dunwell.documents.Documents;
import io.dunwell.documents.Previews;
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
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Whatever is filed: found, looked at, downloaded, kept. */
@DeskPage
class DocumentPages {

  private static final Columns<DocumentRow> COLUMNS =
      Columns.<DocumentRow>of("documents")
          .text("name", "documents.name", DocumentRow::name)
          .word("subjectType", "documents.subject-type", "documents.of.", DocumentRow::subjectType)
          .text("subject", "documents.subject", DocumentRow::subject)
          .word("kind", "documents.kind", "documents.kind.", DocumentRow::kind)
          .number("size", "documents.bytes", DocumentRow::size)
          .text("by", "documents.by", DocumentRow::by)
          .text("at", "documents.at", DocumentRow::at)
          .text("sha256", "documents.hash", DocumentRow::sha256);

  private static final Map<String, String> SORTS =
      Map.of(
          "name", "lower(d.name)",
          "subject", "d.subject",
          "kind", "c.media_type",
          "size", "c.size",
          "by", "d.stored_by",
          "at", "d.stored_at");

  /** What the list is narrowed to; the size in kilobytes. */
  record Filter(
      @Nullable String q,
      @Nullable String of,
      @Nullable DocumentKind kind,
      @Nullable Integer atLeast,
      @Nullable String by,
      @Nullable LocalDate from,
      @Nullable LocalDate to) {}

  private final Documents documents;
  private final Previews previews;
  private final Lists lists;
  private final Notes notes;
  private final ZoneId zone;

  DocumentPages(Documents documents, Previews previews, Lists lists, Notes notes, Clock clock) {
    this.documents = documents;
    this.previews = previews;
    this.lists = lists;
    this.notes = notes;
    this.zone = clock.getZone();
  }

  @GetMapping("/documents")
  ModelAndView list(@RequestParam Map<String, String> params, Filter filter) {
    ListPage page = lists.page("documents/documents", params);
    page.list("documents", lists.of(COLUMNS, query(filter), (row, n) -> row(row)));
    return page.with("filter", filter).with("kinds", DocumentKind.values()).answer();
  }

  private Query query(Filter filter) {
    DocumentKind kind = filter.kind();
    Integer atLeast = filter.atLeast();
    return Query.select(
            """
            d.id, d.name, d.subject_type, d.subject, c.media_type, c.size, d.stored_by,
            d.stored_at, d.own, encode(d.sha256, 'hex') sha256, c.bytes is not null readable""",
            "documents.document d join documents.content c on c.sha256 = d.sha256")
        .where("d.subject_type = :of", "of", filter.of())
        .where("c.media_type ~ :kind", "kind", kind == null ? null : kind.pattern())
        .where("c.size >= :least", "least", atLeast == null ? null : atLeast * 1024L)
        .where("d.stored_by = :by", "by", filter.by())
        .where("d.stored_at >= cast(:from as timestamptz)", "from", start(filter.from()))
        .where("d.stored_at < cast(:to as timestamptz)", "to", end(filter.to()))
        .find(
            filter.q() == null ? "" : filter.q(), "d.name", "d.subject", "encode(d.sha256, 'hex')")
        .sortedBy(SORTS, "-at", "d.id desc");
  }

  private @Nullable String start(@Nullable LocalDate day) {
    return day == null ? null : day.atStartOfDay(zone).toInstant().toString();
  }

  private @Nullable String end(@Nullable LocalDate day) {
    return start(day == null ? null : day.plusDays(1));
  }

  @GetMapping("/documents/{id}")
  ModelAndView show(@PathVariable UUID id, @RequestParam(defaultValue = "0") int page) {
    DocumentView document = documents.view(new DocumentId(id));
    int pages = previews.pages(document.id());
    return new ModelAndView("documents/document")
        .addObject("document", document)
        .addObject("row", DocumentRow.of(document))
        .addObject("shownPage", Math.max(0, Math.min(page, pages - 1)))
        .addObject("pageCount", pages)
        .addObject("words", previews.words(document.id()).orElse(null));
  }

  @PostMapping("/documents/{id}/legal-hold")
  @PreAuthorize("hasAnyRole('LEGAL','MANAGER','ADMIN')")
  String hold(
      @PathVariable UUID id, @RequestParam boolean held, Principal by, RedirectAttributes flash) {
    documents.hold(new DocumentId(id), held, new Actor(by.getName()));
    notes.add(flash, held ? "documents.held" : "documents.released");
    return "redirect:/documents/" + id;
  }

  private static DocumentRow row(ResultSet row) throws SQLException {
    return new DocumentRow(
        RowReader.id(row, "id"),
        RowReader.text(row, "name"),
        RowReader.maybeText(row, "subject_type"),
        RowReader.maybeText(row, "subject"),
        RowReader.text(row, "media_type"),
        row.getLong("size"),
        RowReader.text(row, "stored_by"),
        row.getTimestamp("stored_at").toInstant(),
        row.getBoolean("own"),
        RowReader.text(row, "sha256"),
        row.getBoolean("readable"));
  }
}
