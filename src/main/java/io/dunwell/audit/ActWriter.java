package io.dunwell.audit;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dunwell.shared.Auditable;
import io.dunwell.shared.TableCopy;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Appends acts to the audit trail. */
@Component
class ActWriter {

  private final JdbcTemplate jdbc;
  private final ObjectMapper json;
  private final Clock clock;

  ActWriter(JdbcTemplate jdbc, ObjectMapper json, Clock clock) {
    this.jdbc = jdbc;
    this.json = json;
    this.clock = clock;
  }

  void write(Acts acts) {
    LocalDate today = LocalDate.now(clock);
    List<Auditable> written = acts.take();
    if (!written.isEmpty()) {
      TableCopy.into(
          jdbc,
          "audit.act (recorded_by, business_on, act, subject_type, subject, details)",
          written,
          (act, row) -> {
            row.add(act.by().name()).add(today).add(act.act());
            row.add(act.subjectType()).add(act.subject()).add(details(act));
          });
    }
  }

  private String details(Auditable act) {
    try {
      return json.writeValueAsString(new TreeMap<>(act.details()));
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("Cannot write down " + act, e);
    }
  }
}
