package io.dunwell.documents;

import io.dunwell.shared.Actor;
import io.dunwell.shared.RuleViolation;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The tables of the filing cabinet. */
@Component
class Cabinet {

  private static final String VIEW =
      """
      select d.id, encode(d.sha256, 'hex') sha256, d.name, c.media_type, c.size, d.subject_type,
             d.subject, d.retain_until, d.legal_hold, c.bytes is not null readable, d.stored_by,
             d.stored_at
        from documents.document d join documents.content c on c.sha256 = d.sha256
      """;

  private final JdbcClient jdbc;

  Cabinet(JdbcClient jdbc) {
    this.jdbc = jdbc;
  }

  byte[] keep(byte[] content, String mediaType) {
    byte[] sha256 = sha256(content);
    jdbc.sql(
            """
            insert into documents.content (sha256, size, media_type, bytes) values (?, ?, ?, ?)
            on conflict (sha256) do update set bytes = excluded.bytes
             where documents.content.bytes is null""")
        .params(sha256, content.length, mediaType, content)
        .update();
    return sha256;
  }

  Optional<DocumentId> filed(byte[] sha256, String name, @Nullable Subject subject) {
    return jdbc.sql(
            """
            select id from documents.document
             where sha256 = ? and name = ? and subject_type is not distinct from ?::text
               and subject is not distinct from ?::text limit 1""")
        .params(sha256, name, type(subject), key(subject))
        .query((rs, n) -> new DocumentId(rs.getObject(1, UUID.class)))
        .optional();
  }

  void file(
      DocumentId id,
      byte[] sha256,
      String name,
      @Nullable Subject subject,
      LocalDate retainUntil,
      Actor by) {
    jdbc.sql(
            """
            insert into documents.document
              (id, sha256, name, subject_type, subject, retain_until, stored_by)
            values (?, ?, ?, ?, ?, ?, ?)""")
        .params(id.value(), sha256, name, type(subject), key(subject), retainUntil, by.name())
        .update();
  }

  DocumentView view(DocumentId id) {
    return jdbc.sql(VIEW + " where d.id = ?")
        .param(id.value())
        .query(Cabinet::row)
        .optional()
        .orElseThrow(() -> unknown(id));
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

  private static DocumentView row(ResultSet rs, int number) throws SQLException {
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
        rs.getTimestamp("stored_at").toInstant());
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

  private static byte[] sha256(byte[] content) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(content);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("Every Java has SHA-256", e);
    }
  }
}
