package io.dunwell.documents;

import io.dunwell.shared.Actor;
import io.dunwell.shared.Ids;
import io.dunwell.shared.RuleViolation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcOperations;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the filing cabinet. */
@Component
class Cabinet {

  static final String FILED =
      "documents.document d join documents.content c on c.sha256 = d.sha256";

  static final String VIEW =
      """
      select d.id, encode(d.sha256, 'hex') sha256, d.name, c.media_type, c.size, d.subject_type,
             d.subject, d.retain_until, d.legal_hold, c.bytes is not null readable, d.stored_by,
             d.stored_at, d.own
        from\s"""
          + FILED;

  private static final String CONTENT =
      """
      insert into documents.content (sha256, size, media_type, bytes) values (?, ?, ?, ?)
      on conflict (sha256) do update set bytes = excluded.bytes
       where documents.content.bytes is null""";

  private static final String DOCUMENT =
      """
      insert into documents.document
        (id, sha256, name, subject_type, subject, retain_until, stored_by, own)
      values (?, ?, ?, ?, ?, ?, ?, ?)""";

  private final JdbcClient jdbc;
  private final JdbcOperations batch;

  Cabinet(JdbcClient jdbc, JdbcOperations batch) {
    this.jdbc = jdbc;
    this.batch = batch;
  }

  byte[] keep(byte[] content, String mediaType) {
    byte[] sha256 = sha256(content);
    jdbc.sql(CONTENT).params(sha256, content.length, mediaType, content).update();
    return sha256;
  }

  /** Where it is filed already; what Dunwell makes itself is never taken for somebody's upload. */
  Optional<DocumentId> filed(byte[] sha256, String name, @Nullable Subject subject, boolean own) {
    return jdbc.sql(
            """
            select id from documents.document
             where sha256 = ? and name = ? and subject_type is not distinct from ?::text
               and subject is not distinct from ?::text and (own or not ?::boolean)
             order by own desc limit 1""")
        .params(sha256, name, type(subject), key(subject), own)
        .query((rs, n) -> new DocumentId(rs.getObject(1, UUID.class)))
        .optional();
  }

  void file(
      DocumentId id,
      byte[] sha256,
      String name,
      @Nullable Subject subject,
      boolean own,
      LocalDate retainUntil,
      Actor by) {
    jdbc.sql(DOCUMENT)
        .params(id.value(), sha256, name, type(subject), key(subject), retainUntil, by.name(), own)
        .update();
  }

  /** A document on its way into the cabinet, by the hash of its content. */
  @SuppressWarnings("ArrayRecordComponent") // filed once, never compared
  record Filing(
      DocumentId id,
      byte[] content,
      byte[] sha256,
      String mediaType,
      String name,
      @Nullable Subject subject) {

    static Filing of(byte[] content, String mediaType, String name, @Nullable Subject subject) {
      DocumentId id = new DocumentId(Ids.next());
      return new Filing(id, content, Cabinet.sha256(content), mediaType, name, subject);
    }
  }

  /**
   * Files what Dunwell made itself and is not filed yet; answers under which id each of them, by
   * its own, is.
   */
  Map<DocumentId, DocumentId> fileAll(List<Filing> filings, LocalDate retainUntil, Actor by) {
    batch.batchUpdate(
        CONTENT,
        filings.stream()
            .map(
                each ->
                    new Object[] {
                      each.sha256(), each.content().length, each.mediaType(), each.content()
                    })
            .toList());
    Map<DocumentId, DocumentId> ids = new HashMap<>();
    List<Object[]> rows = new ArrayList<>();
    Set<String> known = known(filings);
    for (Filing each : filings) {
      DocumentId before =
          known.contains(HexFormat.of().formatHex(each.sha256()))
              ? filed(each.sha256(), each.name(), each.subject(), true).orElse(null)
              : null;
      ids.put(each.id(), before == null ? each.id() : before);
      if (before == null) {
        rows.add(row(each, retainUntil, by));
      }
    }
    batch.batchUpdate(DOCUMENT, rows);
    return ids;
  }

  /** The hashes of contents of which a document is filed already. */
  private Set<String> known(List<Filing> filings) {
    return new HashSet<>(
        jdbc.sql(
                """
                select encode(sha256, 'hex') from documents.document
                 where sha256 = any(select decode(h, 'hex') from unnest(?::text[]) h)""")
            .param(
                (Object)
                    filings.stream()
                        .map(each -> HexFormat.of().formatHex(each.sha256()))
                        .toArray(String[]::new))
            .query(String.class)
            .list());
  }

  private static Object[] row(Filing filing, LocalDate retainUntil, Actor by) {
    return new @Nullable Object[] {
      filing.id().value(),
      filing.sha256(),
      filing.name(),
      type(filing.subject()),
      key(filing.subject()),
      retainUntil,
      by.name(),
      true
    };
  }

  DocumentView view(DocumentId id) {
    return jdbc.sql(VIEW + " where d.id = ?")
        .param(id.value())
        .query(Cabinet::row)
        .optional()
        .orElseThrow(() -> unknown(id));
  }

  Map<DocumentId, DocumentView> views(Collection<DocumentId> ids) {
    return jdbc
        .sql(VIEW + " where d.id = any (?::uuid[])")
        .param((Object) ids.stream().map(DocumentId::toString).toArray(String[]::new))
        .query(Cabinet::row)
        .list()
        .stream()
        .collect(Collectors.toMap(DocumentView::id, Function.identity()));
  }

  Optional<byte[]> bytes(DocumentId id) {
    view(id);
    return jdbc.sql(
            """
            select c.bytes from documents.document d
              join documents.content c on c.sha256 = d.sha256
             where d.id = ? and c.bytes is not null""")
        .param(id.value())
        .query((rs, n) -> rs.getBytes(1))
        .optional();
  }

  Map<String, List<DocumentView>> filed(String subjectType, Collection<String> keys) {
    return jdbc
        .sql(VIEW + " where d.subject_type = ? and d.subject = any (?) order by d.stored_at, d.id")
        .params(subjectType, keys.toArray(String[]::new))
        .query((rs, n) -> Map.entry(rs.getString("subject"), row(rs, n)))
        .list()
        .stream()
        .collect(
            Collectors.groupingBy(
                Map.Entry::getKey,
                LinkedHashMap::new,
                Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
  }

  void hold(DocumentId id, boolean held) {
    int found =
        jdbc.sql("update documents.document set legal_hold = ? where id = ?")
            .params(held, id.value())
            .update();
    if (found == 0) {
      throw unknown(id);
    }
  }

  int endRetention(LocalDate day) {
    return jdbc.sql(
            """
            update documents.content c set bytes = null
             where c.bytes is not null
               and exists (select 1 from documents.document d where d.sha256 = c.sha256)
               and not exists (select 1 from documents.document d
                                where d.sha256 = c.sha256
                                  and (d.legal_hold or d.retain_until > ?))""")
        .param(day)
        .update();
  }

  static DocumentView row(ResultSet rs, int number) throws SQLException {
    String type = rs.getString("subject_type");
    return new DocumentView(
        new DocumentId(rs.getObject("id", UUID.class)),
        rs.getString("sha256"),
        rs.getString("name"),
        rs.getString("media_type"),
        rs.getLong("size"),
        type == null ? null : new Subject(type, rs.getString("subject")),
        rs.getObject("retain_until", LocalDate.class),
        rs.getBoolean("legal_hold"),
        rs.getBoolean("readable"),
        rs.getString("stored_by"),
        rs.getTimestamp("stored_at").toInstant(),
        rs.getBoolean("own"));
  }

  private static @Nullable String type(@Nullable Subject subject) {
    return subject == null ? null : subject.type();
  }

  private static @Nullable String key(@Nullable Subject subject) {
    return subject == null ? null : subject.key();
  }

  private static RuleViolation unknown(DocumentId id) {
    return new RuleViolation("document.unknown", "There is no document " + id + ".");
  }

  static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
